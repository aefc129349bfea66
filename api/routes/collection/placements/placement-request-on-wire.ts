import { placementRequest } from '../../../../activities/collection/placements.js';
import type { Transaction } from '../../../../prisma/database.js';
import { wireMoney } from '../../../wire.js';

/** A request to place an invoice, on the wire. @throws Refusal `PLACEMENT_REQUEST_NOT_FOUND`. */
export async function placementRequestOnWire(
  tx: Pick<Transaction, 'placementRequest'>,
  id: string,
) {
  const { invoiceId, agencyId, obstacle, reason, ...asked } = await placementRequest(tx, id);
  return {
    id,
    invoiceId,
    agencyId,
    obstacle,
    reason,
    amount: wireMoney(asked.amount, asked.currency),
    // A CHECK of the database allows no other values.
    state: asked.state as 'requested' | 'approved' | 'rejected' | 'lapsed',
    requestedAt: asked.requestedAt.toISOString(),
    decidedAt: asked.decidedAt?.toISOString() ?? null,
    placementId: asked.placementId,
  };
}
