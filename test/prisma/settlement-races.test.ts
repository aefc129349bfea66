import { atOnce, numbersFrom } from '../support/at-once.js';
import { verifyAfterEach } from '../support/books.js';
import type { InvoicedSale } from '../support/invoiced-sale.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 32 });
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('the last rupiah', () => {
  it('of a payment goes to one of thirty-two invoices', async () => {
    const owed = await invoices(32);
    const paymentId = await trade.receive(45_000n);
    const ends = await atOnce(32, owed, (one) => trade.allocate(paymentId, wholeOf(one)));
    expect(tally(ends)).toEqual({ done: 1, ALLOCATION_EXCEEDS_PAYMENT: 31 });
  });

  it('of an invoice is paid by one of thirty-two payments', async () => {
    const [owed] = await invoices(1);
    if (owed === undefined) throw new Error('there is one');
    const paid = await Promise.all(Array.from({ length: 32 }, () => trade.receive(45_000n)));
    const ends = await atOnce(32, paid, (id) => trade.allocate(id, wholeOf(owed)));
    expect(tally(ends)).toEqual({ done: 1, ALLOCATION_EXCEEDS_OPEN: 31 });
  });

  it('of many small payments adds up to the invoice and not one above', async () => {
    const [owed] = await invoices(1);
    const openItemId = owed?.openItems[0]?.id ?? '';
    const paid = await Promise.all(Array.from({ length: 20 }, () => trade.receive(3_000n)));
    const ends = await atOnce(20, paid, (id) =>
      trade.allocate(id, [{ openItemId, amount: 3_000n }]),
    );
    expect(tally(ends)).toEqual({ done: 15, ALLOCATION_EXCEEDS_OPEN: 5 });
  });
});

describe('two who undo the same at once', () => {
  it('undo it once, eight times out of eight', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [owed] = await invoices(1);
      if (owed === undefined) throw new Error('there is one');
      const paymentId = await trade.receive(45_000n);
      const { allocationIds } = await trade.allocate(paymentId, wholeOf(owed));
      const twice = [allocationIds[0] ?? '', allocationIds[0] ?? ''];
      const ends = await atOnce(2, twice, (id) => trade.reverse(id));
      expect(tally(ends)).toEqual({ done: 1, ALLOCATION_REVERSED: 1 });
    }
  });

  it('leave either a closed receivable or an open one, when one closes it and the other takes the money back', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [owed] = await invoices(1);
      if (owed === undefined) throw new Error('there is one');
      const { invoiceId } = owed;
      const paymentId = await trade.receive(45_000n);
      const { allocationIds } = await trade.allocate(paymentId, wholeOf(owed));
      const work = [
        () => trade.call(receivableCommands.closeReceivable, { invoiceId, outcome: 'paid' }),
        () => trade.reverse(allocationIds[0] ?? ''),
      ];
      const [closing, undoing] = await atOnce(2, work, (one) => one());
      expect(undoing).toBe('done');
      expect(['done', 'RECEIVABLE_OPEN']).toContain(closing);
      const where = { where: { invoiceId } };
      const receivable = await trade.database.prisma.receivable.findUniqueOrThrow(where);
      expect(receivable.state).toBe('open');
    }
  });
});

describe('payments that settle several instalments of several invoices', () => {
  it('wait for each other in one order, whatever the order of their items', async () => {
    await payInInstalments(3);
    const random = numbersFrom(20_260_722);
    for (let round = 0; round < 3; round += 1) {
      const owed = await invoices(4, 9);
      const items = owed.flatMap(({ openItems }) => openItems);
      const work = Array.from({ length: 24 }, () => {
        const some = items.toSorted(() => random() - 0.5).slice(0, 5);
        return some.map(({ id }) => ({ openItemId: id, amount: 1_000n }));
      });
      const ends = await atOnce(24, work, async (parts) =>
        trade.allocate(await trade.receive(5_000n), parts),
      );
      expect(tally(ends)).toEqual({ done: 24 });
    }
  });

  it('and so do payments that the bank takes back while others come in', async () => {
    await payInInstalments(3);
    const random = numbersFrom(20_260_723);
    const owed = await invoices(4, 9);
    const items = owed.flatMap(({ openItems }) => openItems);
    const some = () => {
      const parts = items.toSorted(() => random() - 0.5).slice(0, 5);
      return parts.map(({ id }) => ({ openItemId: id, amount: 1_000n }));
    };
    const pay = async () => {
      const paymentId = await trade.receive(5_000n);
      await trade.allocate(paymentId, some());
      return paymentId;
    };
    const paid = await Promise.all(Array.from({ length: 12 }, pay));
    const work = paid.flatMap((paymentId) => [
      () =>
        trade.call(paymentCommands.reversePayment, {
          paymentId,
          reversedOn: trade.today(),
          reason: 'recalled',
        }),
      pay,
    ]);
    const ends = await atOnce<() => Promise<unknown>>(24, work, (one) => one());
    expect(tally(ends)).toEqual({ done: 24 });
  });
});

function invoices(count: number, packets = 1): Promise<InvoicedSale[]> {
  const customer = trade.shop.customers.hotel.number;
  return Promise.all(Array.from({ length: count }, () => trade.invoice({ customer, packets })));
}

function wholeOf({ openItems }: InvoicedSale) {
  return openItems.map(({ id, amount }) => ({ openItemId: id, amount }));
}

function payInInstalments(instalments: number): Promise<unknown> {
  const { id } = trade.shop.customers.hotel;
  return trade.database.transaction(testContext(), (tx) =>
    tx.customer.update({ where: { id }, data: { instalments } }),
  );
}

function tally(ends: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const end of ends) counts[end] = (counts[end] ?? 0) + 1;
  return counts;
}
