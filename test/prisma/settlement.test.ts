import { randomUUID } from 'node:crypto';
import type { InvoicedSale } from '../support/invoiced-sale.js';
import { verifyAfterEach } from '../support/books.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks();
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('record_payment', () => {
  it('books the same external id once, whoever brings it again', async () => {
    const externalId = randomUUID();
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => trade.receive(50_000n, { externalId })),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await trade.database.prisma.payment.count({ where: { externalId } })).toBe(1);
  });
});

describe('allocate_payment', () => {
  it('joins money to an item, posts it, closes the work on it and wakes the receivable', async () => {
    const owed = await trade.invoice();
    const paymentId = await trade.receive(60_000n);
    const answer = await trade.allocate(paymentId, [{ openItemId: itemOf(owed), amount: 45_000n }]);
    expect(answer).toMatchObject({ unapplied: '15000' });
    expect(await openOf(owed)).toBe(0n);
    expect(await paymentOf(paymentId)).toMatchObject({
      state: 'unapplied',
      unappliedAmount: 15000n,
      customerId: owed.customerId,
    });
    const poke = await trade.database.prisma.poke.findFirst({
      where: { workflowId: `receivable:${owed.invoiceId}` },
    });
    expect(poke?.reason).toBe('payment');
  });

  it('refuses more than is left of the payment, and changes nothing', async () => {
    const owed = await trade.invoice({ packets: 2 });
    const paymentId = await trade.receive(60_000n);
    const tooMuch = trade.allocate(paymentId, [{ openItemId: itemOf(owed), amount: 60_001n }]);
    await expect(tooMuch).rejects.toMatchObject({
      code: 'ALLOCATION_EXCEEDS_PAYMENT',
      param: 'items',
    });
    expect(await openOf(owed)).toBe(90_000n);
    expect(await paymentOf(paymentId)).toMatchObject({ unappliedAmount: 60_000n });
  });

  it('refuses more than is open, names the item, and settles none of the others', async () => {
    const first = await trade.invoice();
    const second = await trade.invoice();
    const paymentId = await trade.receive(200_000n);
    const items = [
      { openItemId: itemOf(first), amount: 45_000n },
      { openItemId: itemOf(second), amount: 45_001n },
    ];
    await expect(trade.allocate(paymentId, items)).rejects.toMatchObject({
      code: 'ALLOCATION_EXCEEDS_OPEN',
      param: 'items[1].amount',
    });
    expect([await openOf(first), await openOf(second)]).toEqual([45_000n, 45_000n]);
  });

  it('refuses nothing, less than nothing, an unknown item and an unknown payment', async () => {
    const owed = await trade.invoice();
    const paymentId = await trade.receive(60_000n);
    const openItemId = itemOf(owed);
    const refused = async (id: string, items: Parameters<TradingBooks['allocate']>[1]) =>
      trade.allocate(id, items).then(
        () => 'booked',
        ({ code }: { code: string }) => code,
      );
    expect(await refused(paymentId, [])).toBe('ALLOCATION_EXCEEDS_PAYMENT');
    expect(await refused(paymentId, [{ openItemId, amount: 0n }])).toBe(
      'ALLOCATION_EXCEEDS_PAYMENT',
    );
    const evenedOut = [
      { openItemId, amount: -5n },
      { openItemId, amount: 10n },
    ];
    expect(await refused(paymentId, evenedOut)).toBe('ALLOCATION_EXCEEDS_OPEN');
    expect(await refused(paymentId, [{ openItemId: randomUUID(), amount: 1n }])).toBe(
      'OPEN_ITEM_NOT_FOUND',
    );
    expect(await refused(randomUUID(), [{ openItemId, amount: 1n }])).toBe('PAYMENT_NOT_FOUND');
  });

  it('refuses money in another currency than the item', async () => {
    const owed = await trade.invoice();
    const paymentId = await trade.receive(60_000n, { currency: 'SGD' });
    await expect(
      trade.allocate(paymentId, [{ openItemId: itemOf(owed), amount: 1n }]),
    ).rejects.toMatchObject({ code: 'CURRENCY_MISMATCH' });
  });
});

describe('reverse_allocation', () => {
  it('leaves everything as it was before, with the reversal beside it', async () => {
    const owed = await trade.invoice();
    const paymentId = await trade.receive(45_000n);
    const before = await accounts();
    const [allocationId = ''] = await settled(paymentId, owed);
    expect(await trade.reverse(allocationId)).toEqual({ unapplied: '45000' });
    expect(await accounts()).toEqual(before);
    expect(await openOf(owed)).toBe(45_000n);
    expect(await paymentOf(paymentId)).toMatchObject({
      state: 'unapplied',
      unappliedAmount: 45_000n,
    });
    expect(
      await trade.database.prisma.allocation.findUnique({ where: { id: allocationId } }),
    ).toMatchObject({
      reversedBy: 'test',
      reversalReason: 'test',
    });
    const item = await trade.database.prisma.workItem.findFirst({
      where: { subjectId: paymentId },
    });
    expect(item).toMatchObject({ kind: 'unapplied-payment', state: 'open', amount: 45_000n });
  });

  it('lets a closed receivable live again, and asks the outbox for its workflow once more', async () => {
    const owed = await trade.invoice();
    const [allocationId = ''] = await settled(await trade.receive(45_000n), owed);
    await close(owed);
    expect(await lifeOf(owed)).toMatchObject({ stage: 'closed', outcome: 'paid' });

    await trade.reverse(allocationId);
    expect(await lifeOf(owed)).toMatchObject({
      stage: 'collecting',
      outcome: null,
      closedAt: null,
    });
    const receivable = await trade.database.prisma.receivable.findUniqueOrThrow({
      where: { invoiceId: owed.invoiceId },
    });
    expect(receivable).toMatchObject({ state: 'open', closedAt: null, outcome: null });
    expect(await startOf(owed)).toMatchObject({ startedAt: null, workflowType: 'receivable' });
  });

  it('asks for the workflow of a receivable that lives a third time as news, not as something overdue', async () => {
    const owed = await trade.invoice();
    const live = async () => {
      const [allocationId = ''] = await settled(await trade.receive(45_000n), owed);
      await close(owed);
      await trade.reverse(allocationId);
    };
    await live();
    await trade.database.prisma.workflowStart.update({
      where: { workflowId: lifeId(owed) },
      data: { startedAt: new Date(), createdAt: new Date(Date.now() - 3_600_000), attempts: 3 },
    });
    await live();
    const asked = await startOf(owed);
    expect(asked).toMatchObject({ startedAt: null, attempts: 0 });
    expect(Date.now() - (asked?.createdAt.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it('finds a receivable still with its agency when the agency has not closed the case yet', async () => {
    const owed = await trade.invoice();
    const [agency] = trade.shop.agencies;
    await trade.call(collectionCommands.createPlacement, {
      invoiceId: owed.invoiceId,
      placedOn: trade.today(),
      agencyId: agency.id,
    });
    const [allocationId = ''] = await settled(await trade.receive(45_000n), owed);
    await close(owed);
    await trade.reverse(allocationId);
    const { invoiceId } = owed;
    const where = { where: { invoiceId } };
    expect(await trade.database.prisma.receivable.findUniqueOrThrow(where)).toMatchObject({
      state: 'placed',
    });
    expect(await lifeOf(owed)).toMatchObject({ stage: 'placed', nextStep: 'collection' });
    expect(await trade.database.prisma.placement.findFirstOrThrow(where)).toMatchObject({
      outstandingAmount: 45_000n,
      paidDirectAmount: 0n,
    });
  });

  it('refuses what is not there, and what was undone before', async () => {
    await expect(trade.reverse(randomUUID())).rejects.toMatchObject({
      code: 'ALLOCATION_NOT_FOUND',
    });
    const owed = await trade.invoice();
    const [allocationId = ''] = await settled(await trade.receive(45_000n), owed);
    await trade.reverse(allocationId);
    await expect(trade.reverse(allocationId)).rejects.toMatchObject({
      code: 'ALLOCATION_REVERSED',
    });
  });
});

describe('close_receivable', () => {
  it('refuses while something is open, and closes once', async () => {
    const owed = await trade.invoice();
    await expect(close(owed)).rejects.toMatchObject({ code: 'RECEIVABLE_OPEN' });
    await settled(await trade.receive(45_000n), owed);
    expect(await close(owed)).toEqual({ closed: true });
    expect(await close(owed)).toEqual({ closed: false });
    const closings = await trade.database.prisma.lifecycleEvent.findMany({
      where: { saleId: owed.saleId, kind: 'closed' },
    });
    expect(closings).toHaveLength(1);
  });
});

function itemOf({ openItems }: InvoicedSale): string {
  return openItems[0]?.id ?? '';
}

async function settled(paymentId: string, owed: InvoicedSale): Promise<readonly string[]> {
  const item = { openItemId: itemOf(owed), amount: owed.total };
  return (await trade.allocate(paymentId, [item])).allocationIds;
}

async function openOf(owed: InvoicedSale): Promise<bigint> {
  const { _sum } = await trade.database.prisma.openItem.aggregate({
    where: { invoiceId: owed.invoiceId },
    _sum: { openAmount: true },
  });
  return _sum.openAmount ?? -1n;
}

function paymentOf(id: string) {
  return trade.database.prisma.payment.findUniqueOrThrow({ where: { id } });
}

function lifeOf({ saleId }: InvoicedSale) {
  return trade.database.prisma.saleLifecycle.findUniqueOrThrow({ where: { saleId } });
}

function lifeId({ invoiceId }: InvoicedSale): string {
  return `receivable:${invoiceId}`;
}

function startOf(owed: InvoicedSale) {
  return trade.database.prisma.workflowStart.findUnique({ where: { workflowId: lifeId(owed) } });
}

function close({ invoiceId }: InvoicedSale): Promise<unknown> {
  return trade.call(receivableCommands.closeReceivable, { invoiceId, outcome: 'paid' });
}

/** Every account's balance. */
async function accounts(): Promise<unknown> {
  return trade.database.prisma.$queryRaw`
    SELECT account_code, sum(amount)::text AS balance FROM journal_line GROUP BY 1
    HAVING sum(amount) <> 0 ORDER BY 1`;
}
