import { releaseHold as release } from '../../../../activities/receivable/holds.js';
import { releaseHoldRoute } from '../../../../contract/receivable/holds.js';
import { command } from '../../../route.js';
import { holdOnWire } from './hold-on-wire.js';

export const releaseHold = command(releaseHoldRoute).answers(async ({ params, ctx, tx }) => {
  await release(tx, ctx, params.holdId);
  const hold = await tx.dunningHold.findUniqueOrThrow({ where: { id: params.holdId } });
  return { status: 200, body: holdOnWire(hold) };
});
