import { recallPlacementRoute } from '../../../../contract/collection/placements.js';
import * as collectionCommands from '../../../../prisma/commands/collection.js';
import { callIn } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { PLACEMENT_INCLUDE, shownPlacement } from './shown-placement.js';

export const recallPlacement = command(recallPlacementRoute).answers(
  async ({ params, body, ctx, tx }, deps) => {
    const { placementId } = params;
    await callIn(tx, collectionCommands.recallPlacement, [
      ctx,
      { placementId, reason: body.reason },
    ]);
    const placement = await tx.placement.findUniqueOrThrow({
      where: { id: placementId },
      include: PLACEMENT_INCLUDE,
    });
    return { status: 200, body: shownPlacement(placement, deps) };
  },
);
