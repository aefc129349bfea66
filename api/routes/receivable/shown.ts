import { wireDate, wireMoney } from '../../wire.js';

type PromiseRow = Readonly<{
  id: string;
  invoiceId: string;
  amount: bigint;
  currency: string;
  promisedOn: Date;
  promisedFor: Date;
  state: string;
  channel: string;
  recordedAt: Date;
}>;

export function shownPromise(row: PromiseRow) {
  const { id, invoiceId, channel } = row;
  return {
    id,
    invoiceId,
    channel,
    amount: wireMoney(row.amount, row.currency),
    promisedOn: wireDate(row.promisedOn),
    promisedFor: wireDate(row.promisedFor),
    state: row.state as 'open' | 'kept' | 'broken' | 'withdrawn',
    recordedAt: row.recordedAt.toISOString(),
  };
}

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

export function shownDispute(row: DisputeRow) {
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

type HoldRow = Readonly<{
  id: string;
  invoiceId: string | null;
  customerId: string | null;
  reason: string;
  heldUntil: Date | null;
  placedAt: Date;
  releasedAt: Date | null;
}>;

export function shownHold(row: HoldRow) {
  const { id, invoiceId, customerId, reason, heldUntil } = row;
  return {
    id,
    invoiceId,
    customerId,
    reason,
    until: heldUntil === null ? null : wireDate(heldUntil),
    placedAt: row.placedAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
  };
}

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

export function shownWriteOff(row: WriteOffRow) {
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
