import { randomUUID } from 'node:crypto';
import { deliverSale } from '../../../activities/sale/sale-activities.js';
import { rememberSettledFacts } from '../../../activities/sale/settled-facts.js';
import { verifyAfterEach } from '../../support/books.js';
import { rupiah } from '../../support/a-sale.js';
import { settableClock } from '../../support/settable-clock.js';
import { testContext } from '../../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';
import * as receiptCommands from '../../../prisma/commands/receipt.js';

let trade: TradingBooks;

beforeAll(async () => {
  // Just before midnight in Jakarta, when it is still the day before in London.
  trade = await openTradingBooks({ clock: settableClock('2026-07-31T23:30:00+07:00') });
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('captureSale', () => {
  it('finds the sale that the till has its answer for, and whether a slip is to be printed', async () => {
    const ours = await trade.sell();
    const theirs = await trade.sell({ receipt: { printedAt: trade.clock.iso() } });
    expect(await trade.sales.captureSale({ saleId: ours.sale.id })).toEqual({
      printsReceipt: true,
    });
    expect(await trade.sales.captureSale({ saleId: theirs.sale.id })).toEqual({
      printsReceipt: false,
    });
  });

  it.each(['captureSale', 'deliveryOf', 'releaseStock', 'issueInvoice'] as const)(
    'and so does %s, which ends its retries when there is no such sale',
    async (name) => {
      await expect(trade.sales[name]({ saleId: randomUUID() })).rejects.toMatchObject({
        name: 'ApplicationFailure',
        type: 'SALE_NOT_FOUND',
        nonRetryable: true,
      });
    },
  );
});

describe('what captureSale has read', () => {
  it('is not asked for again by the steps after it, which say the same without it', async () => {
    const { sale } = await trade.sell();
    const steps = async () => [
      await trade.sales.deliveryOf({ saleId: sale.id }),
      await trade.sales.issueInvoice({ saleId: sale.id }),
    ];
    const asked = await steps();
    await trade.sales.captureSale({ saleId: sale.id });
    expect(await steps()).toEqual(asked);
    expect(asked).toEqual([{ kind: 'delivered' }, { kind: 'paid-at-the-till' }]);
  });

  it('is no answer where things may still change: goods that are kept for later leave', async () => {
    const { sale } = await trade.sell({ delivery: { kind: 'later' } });
    await trade.sales.captureSale({ saleId: sale.id });
    expect(await trade.sales.deliveryOf({ saleId: sale.id })).toMatchObject({ kind: 'pending' });
    const command = { saleId: sale.id, ctx: testContext(trade.clock.iso()) };
    await deliverSale({ database: trade.database, clock: trade.clock }, command);
    expect(await trade.sales.deliveryOf({ saleId: sale.id })).toEqual({ kind: 'delivered' });
  });

  it('is forgotten, the oldest first, before it fills the memory', () => {
    const settled = rememberSettledFacts();
    const facts = { isDelivered: true, isPaidAtTheTill: true };
    for (let i = 0; i <= 1_000; i += 1) settled.note(`sale ${i}`, facts);
    expect(settled.of('sale 0')).toBeUndefined();
    expect(settled.of('sale 1')).toEqual(facts);
    expect(settled.of('sale 1000')).toEqual(facts);
  });
});

describe('issueInvoice', () => {
  it('leaves a sale paid at the till with its slip', async () => {
    const { sale } = await trade.sell();
    expect(await trade.sales.issueInvoice({ saleId: sale.id })).toEqual({
      kind: 'paid-at-the-till',
    });
  });

  it('asks for what is on account only, on the day of the shop, by the terms of the customer', async () => {
    const { warung } = trade.shop.customers;
    const { sale } = await trade.sell({
      customer: warung.number,
      lines: [{ sku: 'KOPI-250', quantity: '2' }],
      tenders: [
        { type: 'cash', amount: rupiah(30_000) },
        { type: 'onAccount', amount: rupiah(60_000) },
      ],
    });
    const answer = await trade.sales.issueInvoice({ saleId: sale.id });
    expect(await trade.sales.issueInvoice({ saleId: sale.id })).toEqual(answer);
    const invoice = await trade.database.prisma.invoice.findUniqueOrThrow({
      where: { saleId: sale.id },
      include: { openItems: true, lines: true },
    });
    expect(answer).toEqual({ kind: 'invoiced', invoiceId: invoice.id, number: invoice.number });
    expect(invoice).toMatchObject({
      totalAmount: 90000n,
      prepaidAmount: 30000n,
      netAmount: 81081n,
      taxAmount: 8919n,
      issuedOn: new Date('2026-07-31'),
      language: 'id',
      openItems: [
        {
          amount: 60000n,
          openAmount: 60000n,
          dueOn: new Date('2026-08-14'),
          instalment: 1,
        },
      ],
    });
    expect(invoice.number).toMatch(/^INV\/NSA\/2026\/\d{6}-\d$/);
    expect(invoice.paymentReference).toMatch(/^2610\d{9}$/);
    expect(invoice.lines).toMatchObject([{ sku: 'KOPI-250', quantityMilli: 2_000n }]);
  });

  it('splits what is owed into instalments that add up, each due a term later', async () => {
    const { hotel } = trade.shop.customers;
    await trade.database.transaction(testContext(trade.clock.iso()), (tx) =>
      tx.customer.update({ where: { id: hotel.id }, data: { instalments: 3 } }),
    );
    const { sale } = await trade.sell({
      customer: hotel.number,
      lines: [{ sku: 'KOPI-250', quantity: '1' }],
      tenders: [
        { type: 'cash', amount: rupiah(5_000) },
        { type: 'onAccount', amount: rupiah(40_000) },
      ],
    });
    await trade.sales.issueInvoice({ saleId: sale.id });
    const items = await trade.database.prisma.openItem.findMany({
      where: { invoice: { saleId: sale.id } },
      orderBy: { instalment: 'asc' },
    });
    expect(items.map(({ amount }) => amount).reduce((sum, amount) => sum + amount)).toBe(40_000n);
    expect(items.map(({ dueOn }) => dueOn.toISOString().slice(0, 10))).toEqual([
      '2026-08-30',
      '2026-09-29',
      '2026-10-29',
    ]);
  });

  it('tells the story of the sale: invoiced, and collecting from then on', async () => {
    const { saleId, number } = await trade.invoice();
    const life = await trade.database.prisma.saleLifecycle.findUniqueOrThrow({ where: { saleId } });
    expect(life).toMatchObject({ stage: 'collecting', nextStep: 'payment', closedAt: null });
    const events = await trade.database.prisma.lifecycleEvent.findMany({
      where: { saleId },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ kind }) => kind)).toEqual(['captured', 'invoiced']);
    expect(events[1]).toMatchObject({ documentNumber: number, amount: 45_000n });
  });
});

describe('closeSale', () => {
  it('ends the life of a sale once', async () => {
    const { sale } = await trade.sell();
    await trade.sales.closeSale({ saleId: sale.id, outcome: 'paid' });
    await trade.sales.closeSale({ saleId: sale.id, outcome: 'cancelled' });
    const life = await trade.database.prisma.saleLifecycle.findUniqueOrThrow({
      where: { saleId: sale.id },
    });
    expect(life).toMatchObject({ stage: 'closed', outcome: 'paid', nextStep: null });
    const endings = await trade.database.prisma.lifecycleEvent.findMany({
      where: { saleId: sale.id, kind: 'closed' },
    });
    expect(endings).toHaveLength(1);
  });
});

describe('reportUnprintedReceipt', () => {
  it('gives up a receipt that no printer took, and tells a person', async () => {
    const { sale } = await trade.sell();
    await trade.sales.reportUnprintedReceipt({ saleId: sale.id });
    expect(await jobOf(sale.id)).toMatchObject({ state: 'FAILED' });
    expect(await workItems(sale.id)).toEqual(['receipt-in-doubt']);
    expect(
      await trade.call(receiptCommands.claimPrintJob, { printJobId: (await jobOf(sale.id)).id }),
    ).toEqual({
      kind: 'done',
    });
  });

  it('does not call unprinted what may be on paper: begun and never ended stays in doubt', async () => {
    const { sale } = await trade.sell();
    await trade.call(receiptCommands.claimPrintJob, { printJobId: (await jobOf(sale.id)).id });
    await trade.sales.reportUnprintedReceipt({ saleId: sale.id });
    expect(await jobOf(sale.id)).toMatchObject({ state: 'UNKNOWN' });
    expect(await workItems(sale.id)).toEqual(['receipt-in-doubt']);
  });

  it('changes nothing about a receipt that came out after all, and is content without one', async () => {
    const { sale } = await trade.sell();
    const { id: printJobId } = await jobOf(sale.id);
    await trade.call(receiptCommands.claimPrintJob, { printJobId });
    await trade.call(receiptCommands.endPrintJob, { printJobId, state: 'PRINTED' });
    await trade.sales.reportUnprintedReceipt({ saleId: sale.id });
    expect(await jobOf(sale.id)).toMatchObject({ state: 'PRINTED' });
    expect(await workItems(sale.id)).toEqual([]);
    await trade.sales.reportUnprintedReceipt({ saleId: randomUUID() });
  });
});

describe('reportUnprintedCopy', () => {
  it('gives up a copy, and leaves the original alone', async () => {
    const { sale } = await trade.sell();
    const { printJobId } = await trade.call(receiptCommands.requestCopy, {
      saleId: sale.id,
    });
    await trade.sales.reportUnprintedCopy({ printJobId });
    const copy = await trade.database.prisma.printJob.findUnique({ where: { id: printJobId } });
    expect(copy?.state).toBe('FAILED');
    expect((await jobOf(sale.id)).state).toBe('QUEUED');
  });
});

function jobOf(saleId: string) {
  return trade.database.prisma.printJob.findFirstOrThrow({ where: { saleId, kind: 'RECEIPT' } });
}

async function workItems(saleId: string): Promise<string[]> {
  const items = await trade.database.prisma.workItem.findMany({ where: { saleId } });
  return items.map(({ kind }) => kind);
}
