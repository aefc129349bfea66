import { randomUUID } from 'node:crypto';
import type { Received, TestApi } from './api-client.js';
import { rupiah } from './a-sale.js';
import type { CashWorld } from './cash-world.js';
import type { InvoicedSale } from './invoiced-sale.js';
import type { Shop } from './shop.js';

type Entry = NonNullable<Parameters<CashWorld['statement']>[0][number]>;

/** Who applies payments by hand, over the API. */
export type CashClerk = Readonly<{
  /** A payment that a bank file brought; answers its id. */
  paid: (amount: bigint, entry: Entry) => Promise<string>;
  allocate: (paymentId: string, body: object, role?: keyof Shop['tokens']) => Promise<Received>;
  /** Applies so much of a payment to the first item of an invoice; answers the id of the allocation. */
  give: (paymentId: string, invoice: InvoicedSale, amount: number) => Promise<string>;
  reverse: (allocationId: string) => Promise<Received>;
  read: (path: string) => Promise<Received>;
  /** The open work item on a payment, as the queue shows it. */
  workOn: (paymentId: string) => Promise<unknown>;
}>;

export function cashClerk({ world, api }: Readonly<{ world: CashWorld; api: TestApi }>): CashClerk {
  const post = (path: string, body: object, role: keyof Shop['tokens'] = 'arClerk') =>
    api.send('POST', path, {
      as: world.shop.tokens[role],
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
  const read = (path: string) => api.send('GET', path, { as: world.shop.tokens.auditor });
  return {
    read,
    paid: async (amount, entry) => {
      const statementId = await world.book(
        world.statement([{ amount, payerName: 'Pengirim', ...entry }]),
      );
      const [payment] = await world.database.prisma.payment.findMany({
        where: { bankStatementLine: { statementId } },
      });
      return payment?.id ?? '';
    },
    allocate: (paymentId, body, role) => post(`/v1/payments/${paymentId}/allocations`, body, role),
    give: async (paymentId, invoice, amount) => {
      const answer = await post(`/v1/payments/${paymentId}/allocations`, {
        items: [{ openItem: itemOf(invoice), amount: rupiah(amount) }],
      });
      expect(answer).toMatchObject({ status: 201 });
      return (answer.body as { allocations: { id: string }[] }).allocations[0]?.id ?? '';
    },
    reverse: (allocationId) =>
      post(`/v1/allocations/${allocationId}/reversal`, { reason: 'salah faktur' }),
    workOn: async (paymentId) => {
      const { body } = await read('/v1/work-queue?kind=unapplied-payment&limit=200');
      const { data } = body as { data: { subject: { id: string } }[] };
      return data.find(({ subject }) => subject.id === paymentId);
    },
  };
}

/** The first item of an invoice. */
export function itemOf({ openItems }: InvoicedSale): string {
  return openItems[0]?.id ?? '';
}
