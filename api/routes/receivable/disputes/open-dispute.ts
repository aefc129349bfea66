import { openDisputeRoute } from '../../../../contract/receivable/disputes.js';
import { refuseDispute } from '../../../../domain/receivable/dispute.js';
import * as receivableCommands from '../../../../prisma/commands/receivable.js';
import { callIn } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { amountFor, lockInvoice } from '../../../../activities/receivable/locked-invoice.js';
import { shownDispute } from '../shown.js';

export const openDispute = command(openDisputeRoute).answers(async ({ params, body, ctx, tx }) => {
  const { invoiceId } = params;
  const invoice = await lockInvoice(tx, ctx, invoiceId);
  const disputed = body.amount === undefined ? undefined : amountFor(invoice, body.amount);
  const refusal = disputed === undefined ? undefined : refuseDispute(disputed.amount, invoice);
  if (refusal !== undefined) throw refusal;
  const { disputeId } = await callIn(tx, receivableCommands.openDispute, [
    ctx,
    {
      invoiceId,
      reason: body.reason,
      ...(disputed === undefined ? {} : { amount: disputed.amount.toString() }),
    },
  ]);
  const dispute = await tx.dispute.findUniqueOrThrow({ where: { id: disputeId } });
  return { status: 201, body: shownDispute(dispute) };
});
