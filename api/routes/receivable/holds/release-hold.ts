import { releaseHoldRoute } from '../../../../contract/receivable/holds.js';
import * as receivableCommands from '../../../../prisma/commands/receivable.js';
import { callIn } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { shownHold } from '../shown.js';

export const releaseHold = command(releaseHoldRoute).answers(async ({ params, ctx, tx }) => {
  await callIn(tx, receivableCommands.releaseHold, [ctx, params]);
  const hold = await tx.dunningHold.findUniqueOrThrow({ where: { id: params.holdId } });
  return { status: 200, body: shownHold(hold) };
});
