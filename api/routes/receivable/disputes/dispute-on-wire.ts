import { wireMoney } from '../../../wire.js';

type DisputeRow = Readonly<{
  id: string;
  invoiceId: string;
  amount: bigint;
  currency: string;
  reason: string;
  state: string;
  openedAt: Date;
  resolution: string | null;
  resolvedAt: Date | null;
  creditNoteId: string | null;
}>;

export function disputeOnWire(row: DisputeRow) {
  const { id, invoiceId, reason, creditNoteId } = row;
  return {
    id,
    invoiceId,
    reason,
    creditNoteId,
    amount: wireMoney(row.amount, row.currency),
    state: row.state as 'open' | 'resolved',
    openedAt: row.openedAt.toISOString(),
    resolution: row.resolution as 'for-customer' | 'for-seller' | null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}
