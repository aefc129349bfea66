import { placeHold as place } from '../../../../activities/receivable/holds.js';
import { placeHoldRoute } from '../../../../contract/receivable/holds.js';
import { command } from '../../../route.js';
import { holdOnWire } from './hold-on-wire.js';

export const placeHold = command(placeHoldRoute).answers(async ({ params, body, ctx, tx }) => {
  const { covers, reason, until: heldUntil } = body;
  const id = await place(tx, ctx, { ...params, covers, reason, heldUntil });
  const hold = await tx.dunningHold.findUniqueOrThrow({ where: { id } });
  return { status: 201, body: holdOnWire(hold) };
});
