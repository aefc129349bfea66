import { recallPlacement as recall } from '../../../../activities/collection/placements.js';
import { recallPlacementRoute } from '../../../../contract/collection/placements.js';
import { command } from '../../../route.js';
import { PLACEMENT_INCLUDE, placementOnWire } from './placement-on-wire.js';

export const recallPlacement = command(recallPlacementRoute).answers(
  async ({ params, body, ctx, tx }, deps) => {
    const { placementId } = params;
    await recall(tx, ctx, { placementId, reason: body.reason });
    const placement = await tx.placement.findUniqueOrThrow({
      where: { id: placementId },
      include: PLACEMENT_INCLUDE,
    });
    return { status: 200, body: placementOnWire(placement, deps) };
  },
);
