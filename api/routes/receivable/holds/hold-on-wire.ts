import { wireDate } from '../../../wire.js';

type HoldRow = Readonly<{
  id: string;
  invoiceId: string | null;
  customerId: string | null;
  reason: string;
  heldUntil: Date | null;
  reviewOn: Date | null;
  placedAt: Date;
  releasedAt: Date | null;
}>;

export function holdOnWire(row: HoldRow) {
  const { id, invoiceId, customerId, reason, heldUntil, reviewOn } = row;
  return {
    id,
    invoiceId,
    customerId,
    reason,
    until: heldUntil === null ? null : wireDate(heldUntil),
    reviewOn: reviewOn === null ? null : wireDate(reviewOn),
    placedAt: row.placedAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
  };
}
