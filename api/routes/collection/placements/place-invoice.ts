import { placeInvoiceRoute } from '../../../../contract/collection/placements.js';
import { Refusal } from '../../../../domain/refusal.js';
import * as collectionCommands from '../../../../prisma/commands/collection.js';
import { callIn, type Transaction } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { lockInvoice } from '../../../../activities/receivable/locked-invoice.js';
import { PLACEMENT_INCLUDE, shownPlacement } from './shown-placement.js';

export const placeInvoice = command(placeInvoiceRoute).answers(
  async ({ params, body, ctx, tx }, deps) => {
    const { invoiceId } = params;
    const { today } = await lockInvoice(tx, ctx, invoiceId);
    await refuseSecond(tx, invoiceId);
    const placing = await callIn(tx, collectionCommands.createPlacement, [
      ctx,
      { invoiceId, agencyId: body.agencyId, placedOn: today.toString() },
    ]);
    if (placing.kind !== 'placed') {
      const detail = 'No active agency works in the country and currency of this customer.';
      throw new Refusal({ code: 'AGENCY_MISSING', param: 'agencyId', detail });
    }
    const placement = await tx.placement.findUniqueOrThrow({
      where: { id: placing.placementId },
      include: PLACEMENT_INCLUDE,
    });
    return { status: 201, body: shownPlacement(placement, deps) };
  },
);

async function refuseSecond(tx: Transaction, invoiceId: string): Promise<void> {
  const open = await tx.placement.findFirst({ where: { invoiceId, closedAt: null } });
  if (open === null) return;
  const detail = `The invoice is with an agency as ${open.number}.`;
  throw new Refusal({ code: 'PLACEMENT_OPEN', param: 'invoiceId', detail });
}
