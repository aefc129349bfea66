import { readPlacementRequestRoute } from '../../../../contract/collection/placement-requests.js';
import { route } from '../../../route.js';
import { placementRequestOnWire } from './placement-request-on-wire.js';

export const readPlacementRequest = route(readPlacementRequestRoute).answers(
  async ({ params }, { database }) => ({
    status: 200,
    body: await placementRequestOnWire(database.prisma, params.placementRequestId),
  }),
);
