import { useQueries } from '@tanstack/react-query';
import type { BodyOf } from '../../api/client.js';
import { useSession } from '../../shell/session.js';

export type Customer = BodyOf<'GET /v1/customers/{customerId}'>;
export type Credit = BodyOf<'GET /v1/customers/{customerId}/credit'>;
export type Statement = BodyOf<'GET /v1/customers/{customerId}/statement'>;
type Invoice = BodyOf<'GET /v1/invoices/{invoiceId}'>;

/** A customer with more open invoices than this is rare; the oldest say how it keeps its word. */
const INVOICES_MAX = 20;

/** What was promised and objected to about the invoices that are still open, the latest first. */
export function useWordOf(items: Statement['items']) {
  const { client } = useSession();
  const ids = [...new Set(items.map(({ invoiceId }) => invoiceId))].slice(0, INVOICES_MAX);
  const read = useQueries({
    queries: ids.map((invoiceId) => ({
      queryKey: ['GET /v1/invoices/{invoiceId}', { params: { invoiceId } }],
      queryFn: async (): Promise<Invoice> =>
        (await client.call('GET /v1/invoices/{invoiceId}', { params: { invoiceId } })).body,
      staleTime: 10_000,
      meta: { live: true },
    })),
  });
  const invoices = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    promises: invoices
      .flatMap(({ number, promises }) => promises.map((one) => ({ ...one, invoice: number })))
      .toSorted((a, b) => b.promisedOn.localeCompare(a.promisedOn)),
    disputes: invoices
      .flatMap(({ number, disputes }) => disputes.map((one) => ({ ...one, invoice: number })))
      .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt)),
  };
}

/** `part` of `whole` in whole percent; nothing of nothing. */
export function percentOf(part: bigint, whole: bigint): number {
  return whole <= 0n ? 0 : Number((part * 100n + whole / 2n) / whole);
}
