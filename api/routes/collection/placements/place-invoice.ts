import { placeInvoice as place } from '../../../../activities/collection/placements.js';
import { placeInvoiceRoute } from '../../../../contract/collection/placements.js';
import { command } from '../../../route.js';
import { PLACEMENT_INCLUDE, placementOnWire } from './placement-on-wire.js';
import { placementRequestOnWire } from './placement-request-on-wire.js';

export const placeInvoice = command(placeInvoiceRoute).answers(
  async ({ params, body, ctx, tx }, deps) => {
    const { invoiceId } = params;
    const { agencyId, reason } = body;
    const answer = await place(tx, ctx, { invoiceId, agencyId, reason });
    if (answer.kind === 'requested') {
      const { placementRequestId } = answer;
      return {
        status: 202,
        body: await placementRequestOnWire(tx, placementRequestId),
        headers: { Location: `/v1/placement-requests/${placementRequestId}` },
      };
    }
    const placement = await tx.placement.findUniqueOrThrow({
      where: { id: answer.placementId },
      include: PLACEMENT_INCLUDE,
    });
    return { status: 201, body: placementOnWire(placement, deps) };
  },
);
