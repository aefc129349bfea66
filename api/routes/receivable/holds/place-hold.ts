import { placeHoldRoute } from '../../../../contract/receivable/holds.js';
import * as receivableCommands from '../../../../prisma/commands/receivable.js';
import { callIn } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { lockInvoice } from '../../../../activities/receivable/locked-invoice.js';
import { shownHold } from '../shown.js';

export const placeHold = command(placeHoldRoute).answers(async ({ params, body, ctx, tx }) => {
  const { invoiceId } = params;
  const { today } = await lockInvoice(tx, ctx, invoiceId);
  const { holdId } = await callIn(tx, receivableCommands.placeHold, [
    ctx,
    {
      invoiceId,
      covers: body.covers,
      reason: body.reason,
      heldUntil: body.until,
      today: today.toString(),
    },
  ]);
  const hold = await tx.dunningHold.findUniqueOrThrow({ where: { id: holdId } });
  return { status: 201, body: shownHold(hold) };
});
