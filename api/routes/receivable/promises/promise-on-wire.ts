import { wireDate, wireMoney } from '../../../wire.js';

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

export function promiseOnWire(row: PromiseRow) {
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
