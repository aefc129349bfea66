import { keepHold as keep } from '../../../../activities/receivable/holds.js';
import { keepHoldRoute } from '../../../../contract/receivable/holds.js';
import { command } from '../../../route.js';
import { holdOnWire } from './hold-on-wire.js';

export const keepHold = command(keepHoldRoute).answers(async ({ params, body, ctx, tx }) => {
  const { reason, until: heldUntil } = body;
  await keep(tx, ctx, { ...params, reason, heldUntil });
  const hold = await tx.dunningHold.findUniqueOrThrow({ where: { id: params.holdId } });
  return { status: 200, body: holdOnWire(hold) };
});
