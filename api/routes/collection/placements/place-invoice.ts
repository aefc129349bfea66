import { placeInvoice as place } from '../../../../activities/collection/placements.js';
import { placeInvoiceRoute } from '../../../../contract/collection/placements.js';
import { command } from '../../../route.js';
import { PLACEMENT_INCLUDE, placementOnWire } from './placement-on-wire.js';

export const placeInvoice = command(placeInvoiceRoute).answers(
  async ({ params, body, ctx, tx }, deps) => {
    const { invoiceId } = params;
    const placementId = await place(tx, ctx, { invoiceId, agencyId: body.agencyId });
    const placement = await tx.placement.findUniqueOrThrow({
      where: { id: placementId },
      include: PLACEMENT_INCLUDE,
    });
    return { status: 201, body: placementOnWire(placement, deps) };
  },
);
