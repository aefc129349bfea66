import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSaleActivities } from '../../activities/sale/sale-activities.js';
import { aSale, rupiah } from '../support/a-sale.js';
import { atOnce, breakingOff, endOf, numbersFrom } from '../support/at-once.js';
import { asSuperuser, verifyAfterEach } from '../support/books.js';
import { stockUp } from '../support/shop/places.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 32 });
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('the last pieces', () => {
  for (const buyers of [8, 16, 32]) {
    it(`are sold once each to ${buyers} buyers at once: fifteen of fifteen, four times`, async () => {
      for (let round = 0; round < 4; round += 1) {
        const sku = await aNewItem(trade, { pieces: 15 });
        const tries = Array.from({ length: Math.max(buyers, 24) }, () => ({
          lines: [{ sku, quantity: '1' }],
          tenders: [cash(10_000n)],
        }));
        const ends = await atOnce(buyers, tries, (sale) => trade.sell(sale));
        expect(ends.filter((end) => end === 'done')).toHaveLength(15);
        expect(new Set(ends)).toEqual(new Set(['done', 'STOCK_SHORT']));
        expect(await leftOf(trade, sku)).toBe(0n);
      }
    });
  }

  it('are never sold below nothing to sales that have happened: the rest is a finding', async () => {
    const sku = await aNewItem(trade, { pieces: 15 });
    const tries = Array.from({ length: 20 }, () => ({
      mode: 'completed' as const,
      lines: [{ sku, quantity: '1' }],
      tenders: [cash(10_000n)],
    }));
    const findings: number[] = [];
    await atOnce(16, tries, async (sale) => {
      findings.push((await trade.sell(sale)).sale.exceptions.length);
    });
    expect(findings.filter((count) => count === 1)).toHaveLength(5);
    expect(await leftOf(trade, sku)).toBe(0n);
  });
});

describe('the last of a credit limit', () => {
  it('goes to one of sixteen sales on account, whether invoiced meanwhile or not', async () => {
    const { warung } = trade.shop.customers;
    // Rp10,000,000 of credit, of which a packet and a bit is left.
    await trade.invoice({ customer: warung.number, packets: 220 });
    const onAccount = {
      customer: warung.number,
      tenders: [{ type: 'onAccount' as const, amount: rupiah(45_000) }],
    };
    const tries = Array.from({ length: 16 }, () => onAccount);
    const ends = await atOnce(16, tries, async (sale) => {
      const { sale: sold } = await trade.sell(sale);
      await trade.sales.issueInvoice({ saleId: sold.id });
    });
    // 10,000,000 - 220 x 45,000 = 100,000: two packets fit, the third does not.
    expect(ends.filter((end) => end === 'done')).toHaveLength(2);
    expect(ends.filter((end) => end === 'CREDIT_EXCEEDED')).toHaveLength(14);
  });
});

describe('thirty-two writers of which a tenth breaks off', () => {
  it('leave no gap in the receipt serials of a till', async () => {
    const flaky = breakingOff(trade.database, 0.1);
    const tries = Array.from({ length: 120 }, () => ({}));
    const ends = await atOnce(32, tries, (sale) => trade.sell(sale, { through: flaky }));
    const broken = ends.filter((end) => end === 'broken off').length;
    expect(broken).toBe(12);
    const [first] = trade.shop.terminals;
    const sold = await trade.database.prisma.sale.findMany({
      where: { terminalId: first.id },
      orderBy: { receiptSerial: 'asc' },
      select: { receiptSerial: true },
    });
    expect(sold.map(({ receiptSerial }) => Number(receiptSerial))).toEqual(
      Array.from({ length: sold.length }, (_, index) => index + 1),
    );
  });

  it('leave no gap in the invoice numbers of the year', async () => {
    const { hotel } = trade.shop.customers;
    const sales = await Promise.all(
      Array.from({ length: 60 }, () =>
        trade.sell({
          customer: hotel.number,
          tenders: [{ type: 'onAccount', amount: rupiah(45_000) }],
        }),
      ),
    );
    const flaky = breakingOff(trade.database, 0.1);
    const { issueInvoice } = createSaleActivities({ database: flaky, clock: trade.clock });
    const ends = await atOnce(32, sales, ({ sale }) => issueInvoice({ saleId: sale.id }));
    expect(ends.filter((end) => end === 'broken off')).toHaveLength(6);
    await atOnce(8, sales, ({ sale }) => trade.sales.issueInvoice({ saleId: sale.id }));

    const invoices = await trade.database.prisma.invoice.findMany({
      orderBy: { seriesNumber: 'asc' },
      select: { seriesNumber: true },
    });
    expect(invoices.length).toBeGreaterThanOrEqual(60);
    expect(invoices.map(({ seriesNumber }) => Number(seriesNumber))).toEqual(
      Array.from({ length: invoices.length }, (_, index) => index + 1),
    );
  });

  it('answer the same invoice to all who issue it at once', async () => {
    const { sale } = await trade.sell({
      customer: trade.shop.customers.hotel.number,
      tenders: [{ type: 'onAccount', amount: rupiah(45_000) }],
    });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => trade.sales.issueInvoice({ saleId: sale.id })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe('connections that are cut again and again under twelve writers', () => {
  it('lose no sale and double none: each is sent until it is answered, and no serial is missing', async () => {
    const { prisma } = trade.database;
    const sku = await aNewItem(trade, { pieces: 100_000 });
    const cutter = cutConnections(trade);
    const sent: string[] = [];
    let broken = 0;
    const sendUntilAnswered = async (saleId: string): Promise<void> => {
      const body = aSale({ lines: [{ sku, quantity: '1' }], tenders: [cash(10_000n)] });
      while ((await endOf(() => trade.sell(body, { saleId }))) !== 'done') broken += 1;
    };
    const writer = async (): Promise<void> => {
      while (cutter.cuts() < 30) {
        const saleId = randomUUID();
        sent.push(saleId);
        await sendUntilAnswered(saleId);
      }
    };
    await Promise.all(Array.from({ length: 12 }, writer));
    await cutter.ended;
    expect(broken).toBeGreaterThan(0);
    expect(await prisma.sale.count({ where: { id: { in: sent } } })).toBe(sent.length);
  });
});

describe('three hundred baskets of twenty items in any order, at two places', () => {
  it('are all booked, and no till waits for another in a circle', async () => {
    const skus = await Promise.all(
      Array.from({ length: 20 }, () => aNewItem(trade, { pieces: 900 })),
    );
    const random = numbersFrom(20_260_721);
    const baskets = Array.from({ length: 300 }, (_, index) => {
      const picked = skus.toSorted(() => random() - 0.5).slice(0, 3 + Math.floor(random() * 5));
      return {
        terminal: ['JKT1-01', 'JKT1-02', 'BDG1-01'][index % 3] ?? '',
        lines: picked.map((sku) => ({ sku, quantity: '1' })),
        tenders: [cash(10_000n * BigInt(picked.length))],
      };
    });
    const ends = await atOnce(24, baskets, (sale) => trade.sell(sale));
    expect(new Set(ends)).toEqual(new Set(['done']));
  });
});

function cash(amount: bigint) {
  return { type: 'cash' as const, amount: rupiah(amount) };
}

/** Ends a connection of the processes every few milliseconds, rather a busy one, thirty times. */
function cutConnections({ books }: TradingBooks): { cuts: () => number; ended: Promise<void> } {
  let cuts = 0;
  const ended = asSuperuser(books, async (client) => {
    while (cuts < 30) {
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
          WHERE datname = current_database() AND usename = 'lunas'
          ORDER BY state = 'idle', random() LIMIT 1) one`,
      );
      cuts += rowCount ?? 0;
      await sleep(10);
    }
  });
  return { cuts: () => cuts, ended };
}

/** An item of Rp10,000 that nobody has seen before, with so many pieces in each of both stores. */
async function aNewItem(
  { database, shop, clock }: TradingBooks,
  { pieces }: Readonly<{ pieces: number }>,
): Promise<string> {
  const sku = `X-${randomUUID().slice(0, 8)}`;
  const ctx = testContext(clock.iso());
  await database.transaction(ctx, async (tx) => {
    const price = { version: 1, currency: 'IDR', unitAmount: 10_000n };
    const { id } = await tx.item.create({
      data: {
        sku,
        name: sku,
        unit: 'pcs',
        category: 'Umum',
        quantityStepMilli: 1000n,
        taxCode: 'PPN',
        prices: { create: price },
      },
    });
    const goods = {
      items: [{ id, sku, barcode: '', price: price.unitAmount }],
      quantityMilli: BigInt(pieces) * 1_000n,
    };
    for (const { locationId } of [shop.jakarta, shop.bandung]) {
      await stockUp(tx, { locationId, ctx }, goods);
    }
  });
  return sku;
}

async function leftOf({ database, shop }: TradingBooks, sku: string): Promise<bigint> {
  const level = await database.prisma.stockLevel.findFirstOrThrow({
    where: { item: { sku }, locationId: shop.jakarta.locationId },
  });
  return level.onHandMilli;
}
