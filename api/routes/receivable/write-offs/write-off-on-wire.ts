import { wireMoney } from '../../../wire.js';

type WriteOffRow = Readonly<{
  id: string;
  invoiceId: string;
  placementId: string | null;
  amount: bigint;
  currency: string;
  reason: string;
  state: string;
  requestedAt: Date;
  decidedAt: Date | null;
  allocations: readonly Readonly<{ amount: bigint }>[];
}>;

export function writeOffOnWire(row: WriteOffRow) {
  const { id, invoiceId, placementId, reason, currency } = row;
  const writtenOff = row.allocations.reduce((sum, { amount }) => sum + amount, 0n);
  return {
    id,
    invoiceId,
    placementId,
    reason,
    amount: wireMoney(row.amount, currency),
    writtenOff: wireMoney(writtenOff, currency),
    state: row.state as 'requested' | 'approved' | 'rejected' | 'lapsed',
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
