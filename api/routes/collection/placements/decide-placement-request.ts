import { decidePlacementRequest as decide } from '../../../../activities/collection/placements.js';
import { decidePlacementRequestRoute } from '../../../../contract/collection/placement-requests.js';
import { command } from '../../../route.js';
import { placementRequestOnWire } from './placement-request-on-wire.js';

export const decidePlacementRequest = command(decidePlacementRequestRoute).answers(
  async ({ params, body, ctx, tx }) => {
    await decide(tx, ctx, { ...params, ...body });
    return { status: 200, body: await placementRequestOnWire(tx, params.placementRequestId) };
  },
);
