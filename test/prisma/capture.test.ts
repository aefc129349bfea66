import { randomUUID } from 'node:crypto';
import { Refusal } from '../../domain/refusal.js';
import { aSale, rupiah } from '../support/a-sale.js';
import { verifyAfterEach } from '../support/books.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';
import * as stockCommands from '../../prisma/commands/stock.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 24 });
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('capture_sale, sent again', () => {
  it('books one sale of twenty equal ones sent at once, and answers all alike', async () => {
    const saleId = randomUUID();
    const body = aSale();
    const before = await onHand('coffee');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => trade.sell(body, { saleId })),
    );
    expect(new Set(answers.map(({ sale }) => JSON.stringify(sale))).size).toBe(1);
    expect(answers.filter(({ kind }) => kind === 'captured')).toHaveLength(1);
    expect(await onHand('coffee')).toBe(before - 1_000n);
    expect(
      await trade.database.prisma.workflowStart.count({ where: { workflowId: `sale:${saleId}` } }),
    ).toBe(1);
  });

  it('books one of twenty different ones under the same id, and refuses the others', async () => {
    const saleId = randomUUID();
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => trade.sell(aSale(), { saleId })),
    );
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason] : [],
    );
    expect(refused.map((reason: Refusal) => reason.code)).toEqual(Array(19).fill('SALE_CONFLICT'));
  });

  it('refuses other content under the id of a sale, and changes nothing', async () => {
    const saleId = randomUUID();
    await trade.sell({}, { saleId });
    const before = await trade.database.prisma.sale.findUnique({ where: { id: saleId } });
    const other = { lines: [{ sku: 'TEH-100', quantity: '1' }], tenders: [cash(18_500)] };
    await expect(trade.sell(other, { saleId })).rejects.toMatchObject({ code: 'SALE_CONFLICT' });
    expect(await trade.database.prisma.sale.findUnique({ where: { id: saleId } })).toEqual(before);
  });

  it('keeps the sale when a device sequence comes twice, and tells a person', async () => {
    const first = aSale();
    await trade.sell(first);
    const { sale } = await trade.sell({ deviceSequence: first.deviceSequence });
    expect(sale.exceptions).toEqual([
      {
        kind: 'sequence-repeated',
        detail: `device sequence ${first.deviceSequence} was used before`,
      },
    ]);
    expect(await workItemsOf(sale.id)).toEqual(['sequence-repeated']);
  });
});

describe('capture_sale and stock', () => {
  it('takes two lines of the same item one after the other', async () => {
    const { locationId } = trade.shop.jakarta;
    await restock('chair', 3_000n);
    const lines = [
      { sku: 'KURSI-01', quantity: '2' },
      { sku: 'KURSI-01', quantity: '1' },
    ];
    const { sale } = await trade.sell({ lines, tenders: [cash(2_250_000)] });
    expect(await onHand('chair')).toBe(0n);
    const moved = await trade.database.prisma.stockMovement.findMany({
      where: { documentId: sale.id, locationId },
      orderBy: { quantityMilli: 'asc' },
    });
    expect(moved.map(({ quantityMilli }) => quantityMilli)).toEqual([-2_000n, -1_000n]);
  });

  it('refuses online when two lines together want more than is there, and takes nothing', async () => {
    await restock('chair', 3_000n);
    const lines = [
      { sku: 'KURSI-01', quantity: '2' },
      { sku: 'KURSI-01', quantity: '2' },
    ];
    await expect(trade.sell({ lines, tenders: [cash(3_000_000)] })).rejects.toMatchObject({
      code: 'STOCK_SHORT',
      param: 'lines[1].quantity',
    });
    expect(await onHand('chair')).toBe(3_000n);
  });

  it('takes what is there for a sale that has happened, and names every line that did not fit', async () => {
    await restock('chair', 1_000n);
    const lines = [
      { sku: 'KURSI-01', quantity: '3' },
      { sku: 'KURSI-01', quantity: '1' },
    ];
    const { sale } = await trade.sell({ mode: 'completed', lines, tenders: [cash(3_000_000)] });
    expect(await onHand('chair')).toBe(0n);
    expect(sale.exceptions.map(({ kind }) => kind)).toEqual(['stock-short', 'stock-short']);
    expect(sale.exceptions.map(({ detail }) => detail)).toEqual([
      'KURSI-01: 3 pcs sold, 1 there',
      'KURSI-01: 1 pcs sold, 0 there',
    ]);
    expect(await workItemsOf(sale.id)).toEqual(['stock-short']);
    const item = await trade.database.prisma.workItem.findFirstOrThrow({
      where: { saleId: sale.id },
    });
    expect(item.detail).toEqual({
      kind: 'stock-short',
      detail: sale.exceptions.map(({ detail }) => detail).join('; '),
    });
  });

  it('books the cost of the goods as their share of what is on the shelf, to the last rupiah', async () => {
    await restock('tea', 3_000n, 10_001n);
    for (const quantity of ['1', '2']) {
      await trade.sell({
        lines: [{ sku: 'TEH-100', quantity }],
        tenders: [cash(18_500 * Number(quantity))],
      });
    }
    expect(await levelOf('tea')).toMatchObject({ onHandMilli: 0n, valueAmount: 0n });
  });
});

describe('a sale that has happened', () => {
  it.each([
    [6, []],
    [8, ['sale-backdated']],
  ])('%s days before it is told', async (days, kinds) => {
    const at = new Date(trade.clock.nowMs() - days * 86_400_000);
    const day = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    const then = { businessDate: day, capturedAt: at.toISOString(), mode: 'completed' } as const;
    const { sale } = await trade.sell(then);
    expect(sale.exceptions.map(({ kind }) => kind)).toEqual(kinds);
    expect(await workItemsOf(sale.id)).toEqual(kinds);
  });
});

describe('capture_sale and closed books', () => {
  it('is refused online, and booked on the first open day when it has happened', async () => {
    await closePeriod('2026-01-01', '2026-01-31');
    await closePeriod('2026-02-01', '2026-02-28');
    const late = { businessDate: '2026-01-15', capturedAt: '2026-01-15T10:00:00+07:00' };
    await expect(trade.sell(late)).rejects.toMatchObject({
      code: 'PERIOD_CLOSED',
      param: 'businessDate',
    });

    const { sale } = await trade.sell({ ...late, mode: 'completed' });
    expect(sale.exceptions.map(({ kind }) => kind)).toEqual(['late-arrival', 'sale-backdated']);
    expect(sale.businessDate).toBe('2026-01-15');
    const entry = await trade.database.prisma.journalEntry.findFirstOrThrow({
      where: { documentId: sale.id },
    });
    expect(entry.businessDate.toISOString().slice(0, 10)).toBe('2026-03-01');
    expect(await workItemsOf(sale.id)).toEqual(['late-arrival', 'sale-backdated']);
  });
});

describe('capture_sale on account', () => {
  it('is refused to a blocked customer online, and booked with a finding when it has happened', async () => {
    const onAccount = {
      customer: trade.shop.customers.blocked.number,
      tenders: [{ type: 'onAccount' as const, amount: rupiah(45_000) }],
    };
    await expect(trade.sell(onAccount)).rejects.toMatchObject({ code: 'CUSTOMER_BLOCKED' });
    const { sale } = await trade.sell({ ...onAccount, mode: 'completed' });
    expect(sale.exceptions.map(({ kind }) => kind)).toEqual(['customer-blocked']);
  });
});

function cash(amount: number) {
  return { type: 'cash' as const, amount: rupiah(amount) };
}

type Name = keyof TradingBooks['shop']['items'];

function levelOf(item: Name) {
  const { locationId } = trade.shop.jakarta;
  const itemId = trade.shop.items[item].id;
  return trade.database.prisma.stockLevel.findUniqueOrThrow({
    where: { locationId_itemId: { locationId, itemId } },
  });
}

async function onHand(item: Name): Promise<bigint> {
  return (await levelOf(item)).onHandMilli;
}

/** Sells off what is there, then puts exactly so much on the shelf. */
async function restock(item: Name, quantityMilli: bigint, cost = quantityMilli): Promise<void> {
  const { price, sku } = trade.shop.items[item];
  const there = await onHand(item);
  if (there > 0n) {
    const lines = [{ sku, quantity: (there / 1_000n).toString() }];
    await trade.sell({ lines, tenders: [cash(Number((price * there) / 1_000n))] });
  }
  await trade.call(stockCommands.receiveStock, {
    documentId: randomUUID(),
    documentKind: 'goods-receipt',
    kind: 'receipt',
    locationId: trade.shop.jakarta.locationId,
    businessDate: trade.today(),
    currency: 'IDR',
    lines: [
      {
        itemId: trade.shop.items[item].id,
        quantityMilli: quantityMilli.toString(),
        cost: cost.toString(),
      },
    ],
    accounts: { inventory: '1310', counter: '2110' },
  });
}

async function workItemsOf(saleId: string): Promise<string[]> {
  const items = await trade.database.prisma.workItem.findMany({ where: { saleId } });
  return items.map(({ kind }) => kind);
}

function closePeriod(startsOn: string, endsOn: string): Promise<unknown> {
  const at = new Date(trade.clock.nowMs());
  return trade.database.transaction(
    {
      actor: { kind: 'system', id: 't', name: 't' },
      origin: 't',
      at: at.toISOString(),
      requestId: 't',
    },
    (tx) =>
      tx.accountingPeriod.create({
        data: {
          legalEntityId: trade.shop.legalEntityId,
          startsOn: new Date(startsOn),
          endsOn: new Date(endsOn),
          state: 'closed',
          closedAt: at,
          closedBy: 'test',
        },
      }),
  );
}
