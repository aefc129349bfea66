import { randomUUID } from 'node:crypto';
import { deliverSale } from '../../../activities/sale/sale-activities.js';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { startApi, type TestApi } from '../../support/api-client.js';
import { rupiah } from '../../support/a-sale.js';
import { settableClock } from '../../support/settable-clock.js';
import { testContext } from '../../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';

type Money = Readonly<{ amount: string }>;
type Figures = Readonly<{
  netSales: Money;
  costOfGoods: Money;
  margin: Money;
  marginPercent: string | null;
}>;
type Row = Figures &
  Readonly<{ key: string | null; name: string | null; links: { documents: string | null } }>;
type Margins = Readonly<{
  total: Figures;
  ledger: Readonly<{ netSales: Money; costOfGoods: Money; difference: Money }> | null;
  rows: readonly Row[];
  nextCursor: string | null;
}>;

const clock = settableClock('2026-03-02T09:00:00+07:00');
const FIRST_DAY = '2026-03-02';
const SECOND_DAY = '2026-03-03';
const BOTH_DAYS = `from=${FIRST_DAY}&to=${SECOND_DAY}`;

let trade: TradingBooks;
let api: TestApi;
let mixed: string;

/** Each till sells; chairs and rice are kept for the next day, on which only the chair is fetched. */
beforeAll(async () => {
  trade = await openTradingBooks({ clock });
  api = await startApi(trade.database, { clock });
  await sell([
    { sku: 'KOPI-250', quantity: '2' },
    { sku: 'TEH-100', quantity: '1', discount: rupiah(3_500) },
  ]);
  await sell([{ sku: 'JASA-KADO', quantity: '3' }], { terminal: 'BDG1-01' });
  const chair = await sell([{ sku: 'KURSI-01', quantity: '1' }], keptUntil('2026-03-05'));
  const rice = await sell([{ sku: 'BERAS-KG', quantity: '2' }], keptUntil('2026-03-03'));
  mixed = await sell(
    [
      { sku: 'KOPI-250', quantity: '1' },
      { sku: 'JASA-KADO', quantity: '1' },
    ],
    {
      customer: trade.shop.customers.warung.number,
      tenders: [{ type: 'onAccount', amount: rupiah(55_000) }],
    },
  );
  const invoiced = await trade.sales.issueInvoice({ saleId: mixed });
  if (invoiced.kind !== 'invoiced') throw new Error('a sale on account is invoiced');
  clock.set('2026-03-03T09:00:00+07:00');
  await deliverSale(trade, { saleId: chair, ctx: testContext(clock.iso()) });
  await trade.sales.releaseStock({ saleId: rice });
  await api.send('POST', `/v1/invoices/${invoiced.invoiceId}/credit-notes`, {
    as: trade.shop.tokens.arManager,
    body: { amount: rupiah(10_001), reason: 'Retur' },
    headers: { 'idempotency-key': randomUUID() },
  });
});

afterAll(async () => {
  await api.close();
  await trade.close();
});

describe('GET /v1/reports/margin', () => {
  it('says what each product brought over its cost, before tax and after discounts', async () => {
    const { body } = await read(`/v1/reports/margin?from=${FIRST_DAY}&to=${FIRST_DAY}`);
    // Cost is six tenths of the list price; wrapping a gift is not stocked and costs nothing.
    expect(body).toMatchObject({
      from: FIRST_DAY,
      to: FIRST_DAY,
      asOf: FIRST_DAY,
      by: 'product',
      rows: [
        {
          key: 'JASA-KADO',
          netSales: rupiah(36_036),
          costOfGoods: rupiah(0),
          marginPercent: '100.00',
        },
        {
          key: 'KOPI-250',
          name: 'Kopi Gayo 250 g',
          netSales: rupiah(121_622),
          costOfGoods: rupiah(81_000),
          margin: rupiah(40_622),
          marginPercent: '33.40',
        },
        { key: 'TEH-100', netSales: rupiah(13_514), costOfGoods: rupiah(11_100) },
      ],
      nextCursor: null,
    });
  });

  it('counts what is kept on the day it leaves, and never what is not fetched', async () => {
    const { rows } = await margins(`by=product&to=${SECOND_DAY}`);
    expect(rows.find(({ key }) => key === 'KURSI-01')).toMatchObject({
      netSales: rupiah(675_676),
      costOfGoods: rupiah(450_000),
    });
    expect(rows.map(({ key }) => key)).not.toContain('BERAS-KG');
  });

  it('spreads a credit note over the lines of its sale, to the rupiah', async () => {
    const { rows } = await margins(`by=product&to=${SECOND_DAY}&store=JKT1`);
    const credited = rows.filter(({ key }) => key !== 'KURSI-01');
    // Rp10,001 with tax inside is Rp9,010; 45 of 55 parts of it are coffee.
    expect(credited).toMatchObject([
      { key: 'JASA-KADO', netSales: rupiah(-1_638), marginPercent: null },
      { key: 'KOPI-250', netSales: rupiah(-7_372), costOfGoods: rupiah(0) },
    ]);
    expect(sumOf(credited, 'netSales')).toBe(-9_010n);
  });

  it.each(['product', 'store', 'day', 'sale'])('ties to the ledger by %s', async (by) => {
    for (const store of ['', '&store=JKT1', '&store=BDG1', '&store=SBY9']) {
      const { rows, total, ledger } = await margins(`by=${by}&${BOTH_DAYS}${store}`);
      expect(sumOf(rows, 'netSales')).toBe(BigInt(total.netSales.amount));
      expect(sumOf(rows, 'costOfGoods')).toBe(BigInt(total.costOfGoods.amount));
      expect(ledger).toEqual({
        netSales: total.netSales,
        costOfGoods: total.costOfGoods,
        difference: rupiah(0),
      });
    }
  });

  it.each([FIRST_DAY, SECOND_DAY])('by store is the daily result of %s', async (day) => {
    const { body } = await read(`/v1/reports/daily-result?from=${day}&asOf=${day}`);
    const { days } = body as { days: (Figures & { store: string })[] };
    const { rows } = await margins(`by=store&from=${day}&to=${day}`);
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.map(({ key, netSales, costOfGoods, margin }) => [key, netSales, costOfGoods, margin]),
    ).toEqual(
      days.map(({ store, netSales, costOfGoods, margin }) => [
        store,
        netSales,
        costOfGoods,
        margin,
      ]),
    );
  });
});

describe('a margin', () => {
  it('can be opened down to the documents it is made of', async () => {
    const { rows } = await margins(`by=store&${BOTH_DAYS}`);
    for (const row of rows) {
      const sales = await followed(row);
      expect(sumOf(sales, 'margin')).toBe(BigInt(row.margin.amount));
    }
    const products = await margins(`by=product&${BOTH_DAYS}`);
    const coffee = products.rows.find(({ key }) => key === 'KOPI-250');
    const sales = await followed(coffee);
    expect(sales).toHaveLength(2);
    expect(sumOf(sales, 'netSales')).toBe(BigInt(coffee?.netSales.amount ?? 'none'));
    const story = sales.map(({ links }) => links.documents).find((link) => link?.endsWith(mixed));
    expect(await read(story ?? 'none')).toMatchObject({ status: 200, body: { saleId: mixed } });
  });

  it('of one product is on no account of its own', async () => {
    expect(await margins(`by=day&${BOTH_DAYS}&product=KURSI-01`)).toMatchObject({
      ledger: null,
      total: { netSales: rupiah(675_676) },
      rows: [{ key: SECOND_DAY, margin: rupiah(225_676) }],
    });
  });

  it('comes in pages that miss and repeat nothing, under the total of all', async () => {
    const whole = await margins(`by=sale&${BOTH_DAYS}`);
    const collected: Row[] = [];
    let cursor = '';
    do {
      const page = await margins(`by=sale&${BOTH_DAYS}&limit=1${cursor}`);
      expect(page.total).toEqual(whole.total);
      collected.push(...page.rows);
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(collected).toHaveLength(4);
    expect(collected).toEqual(whole.rows);
  });

  it('is refused for days that make no period', async () => {
    for (const [days, param] of [
      [`from=2026-03-04&to=2026-03-03`, 'from'],
      [`from=2025-03-02&to=2026-03-03`, 'from'],
      [`to=2026-03-03&asOf=2026-03-02`, 'to'],
    ]) {
      expect(await read(`/v1/reports/margin?${days}`)).toMatchObject({
        status: 422,
        body: { code: 'REPORT_PERIOD_INVALID', param },
      });
    }
    expect(await read('/v1/reports/margin?by=cashier')).toMatchObject({ status: 400 });
  });

  it('and a result are those of the own store for its manager, who sees no other', async () => {
    const as = trade.shop.tokens.storeManager;
    for (const report of ['margin', 'daily-result']) {
      const path = `/v1/reports/${report}?from=${FIRST_DAY}&${report === 'margin' ? 'to' : 'asOf'}=${SECOND_DAY}`;
      const own = await api.send('GET', path, { as });
      const asked = await read(`${path}&store=JKT1`);
      const total = (answer: typeof own) => (answer.body as { total: unknown }).total;
      expect(total(own)).toEqual(total(asked));
      expect(total(own)).not.toEqual(total(await read(path)));
      const foreign = await api.send('GET', `${path}&store=BDG1`, { as });
      expect([foreign.status, foreign.body]).toMatchObject([403, { code: 'STORE_FORBIDDEN' }]);
    }
  });

  it('is nothing where nothing was sold', async () => {
    expect(await margins('to=2026-02-01')).toMatchObject({
      total: { netSales: rupiah(0), margin: rupiah(0), marginPercent: null },
      rows: [],
    });
  });
});

async function sell(lines: SaleBody['lines'], changes: Partial<SaleBody> = {}): Promise<string> {
  const saleId = randomUUID();
  const listed: Record<string, number> = {
    'KOPI-250': 45_000,
    'TEH-100': 18_500,
    'KURSI-01': 750_000,
    'BERAS-KG': 15_000,
    'JASA-KADO': 10_000,
  };
  const total = lines.reduce(
    (sum, { sku = '', quantity, discount }) =>
      sum + (listed[sku] ?? Number.NaN) * Number(quantity) - Number(discount?.amount ?? 0),
    0,
  );
  await trade.sell(
    { lines, tenders: [{ type: 'cash', amount: rupiah(total) }], ...changes },
    { saleId },
  );
  return saleId;
}

function keptUntil(day: string): Partial<SaleBody> {
  return { delivery: { kind: 'later', expiresAt: `${day}T08:00:00+07:00` } };
}

async function margins(query: string): Promise<Margins> {
  const { status, body } = await read(`/v1/reports/margin?${query}`);
  expect(status).toBe(200);
  return body as Margins;
}

async function followed(row: Row | undefined): Promise<readonly Row[]> {
  const { body } = await read(row?.links.documents ?? 'none');
  return (body as Margins).rows;
}

function sumOf(rows: readonly Row[], figure: 'netSales' | 'costOfGoods' | 'margin'): bigint {
  return rows.reduce((sum, row) => sum + BigInt(row[figure].amount), 0n);
}

function read(path: string) {
  return api.send('GET', path, { as: trade.shop.tokens.auditor });
}
