import { randomUUID } from 'node:crypto';
import { accountCode } from '../../../domain/ledger/accounts.js';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { PPN_EXEMPT } from '../../../domain/tax/indonesian-tax-rules.js';
import { aSale, aSaleOnAccount, rupiah } from '../../support/a-sale.js';
import { verifyAfterEach } from '../../support/books.js';
import { office, type Answered, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { postedLines } from '../../support/posted-lines.js';

const FOUND_OUT = 'The label was printed before the item was added';
/** What one packet of coffee cost. */
const COST = 27_000;

let open: OpenShop;
let manager: Office;

beforeEach(async () => {
  open = await openShop();
  manager = office(open.api, open.shop.tokens.storeManager);
});
verifyAfterEach(() => open);
afterEach(() => open.close());

describe('a line in suspense', () => {
  it('that turns out to be an item takes its stock and cost, and ends its work item', async () => {
    const saleId = await sellUnknown();
    expect(await openLines()).toMatchObject([
      { saleId, lineNumber: 1, sku: 'BARU-1', quantity: '2', identified: null },
    ]);
    const answer = await identify(saleId, 'KOPI-250');
    expect(answer).toMatchObject([
      201,
      { identified: { sku: 'KOPI-250', issued: '2', cost: rupiah(2 * COST), reason: FOUND_OUT } },
    ]);
    expect(await onHand('KOPI-250')).toBe('998');
    const { storeId } = open.shop.jakarta;
    const posted = await postedLines(open.database, await standing(saleId));
    expect(posted.filter(({ account }) => account !== accountCode('salesRevenue'))).toEqual([
      { account: accountCode('inventory'), amount: String(-2 * COST), storeId },
      { account: accountCode('costOfGoodsSold'), amount: String(2 * COST), storeId },
    ]);
    expect(await openLines()).toEqual([]);
    expect(await openWork('sku-unknown')).toEqual([]);
    const [work] = await open.database.prisma.workItem.findMany({ where: { saleId } });
    expect(work).toMatchObject({ kind: 'sku-unknown', state: 'done', resolution: FOUND_OUT });
    expect(await kindsOf(saleId)).toContain('line-identified');
  });

  it('of an item with another tax gives the tax back to revenue, and what was paid stays', async () => {
    const saleId = await sellUnknown({ quantity: '1', unitPrice: rupiah(111_000) });
    const [, body] = await identify(saleId, 'BERAS-KG');
    expect(body).toMatchObject({
      paid: rupiah(111_000),
      tax: rupiah(11_000),
      identified: { taxCode: PPN_EXEMPT, tax: rupiah(0) },
    });
    const { storeId } = open.shop.jakarta;
    expect(await postedLines(open.database, await standing(saleId))).toEqual(
      expect.arrayContaining([
        { account: accountCode('outputTax'), amount: '11000', storeId },
        { account: accountCode('salesRevenue'), amount: '100000', storeId },
        { account: accountCode('salesRevenue'), amount: '-111000', storeId },
      ]),
    );
  });

  it('that was sold on account keeps the tax of its invoice', async () => {
    const line = { sku: 'BARU-1', quantity: '1', unitPrice: rupiah(111_000) };
    const saleId = await sell(
      aSaleOnAccount(open.shop.customers.hotel.number, {
        mode: 'completed',
        lines: [line],
        tenders: [{ type: 'onAccount', amount: rupiah(111_000) }],
      }),
    );
    const answer = await identify(saleId, 'BERAS-KG');
    expect(answer).toMatchObject([201, { identified: { tax: rupiah(11_000), issued: '1' } }]);
  });

  it('is undone: the goods come back, and the question is open again', async () => {
    const saleId = await sellUnknown();
    await identify(saleId, 'KURSI-01');
    const document = await standing(saleId);
    const call = `POST /v1/sales/${saleId}/lines/1/identification`;
    const undone = await manager(`${call}/undoing`, { reason: 'It was the coffee' });
    expect(undone).toMatchObject([200, { identified: null }]);
    expect(await onHand('KURSI-01')).toBe('1000');
    const reversed = await postedLines(open.database, document, 'line-identification-reversal');
    expect(reversed.map(({ amount }) => amount)).toEqual(
      expect.arrayContaining(['900000', '-900000']),
    );
    expect(await openWork('sku-unknown')).toMatchObject([{ saleId }]);
    const again = await manager(`${call}/undoing`, { reason: 'It was the coffee' });
    expect(again).toMatchObject([409, { code: 'SALE_LINE_NOT_IDENTIFIED' }]);
    expect((await identify(saleId, 'KOPI-250'))[0]).toBe(201);
    expect(await openWork('sku-unknown')).toEqual([]);
  });

  it('takes what is there; the rest is asked for', async () => {
    const saleId = await sellUnknown({ quantity: '1003', unitPrice: rupiah(100) });
    const answer = await identify(saleId, 'KOPI-250');
    expect(answer).toMatchObject([201, { identified: { issued: '1000' } }]);
    expect(await openWork('stock-short')).toMatchObject([
      { saleId, detail: { detail: 'KOPI-250: 1003 pcs sold, 1000 there' } },
    ]);
  });

  it('ends the work item when it is the last one of its sale', async () => {
    const line = { quantity: '1', unitPrice: rupiah(10_000) };
    const saleId = await sell(
      aSale({
        mode: 'completed',
        lines: ['BARU-1', 'JASA-KADO', 'BARU-2'].map((sku) => ({ ...line, sku })),
        tenders: [{ type: 'cash', amount: rupiah(30_000) }],
      }),
    );
    await identify(saleId, 'KOPI-250');
    expect(await openWork('sku-unknown')).toHaveLength(1);
    expect(await identify(saleId, 'JASA-KADO', 3)).toMatchObject([
      201,
      { identified: { issued: '0', cost: rupiah(0) } },
    ]);
    expect(await openWork('sku-unknown')).toEqual([]);
    expect(await identify(saleId, 'KOPI-250', 2)).toMatchObject([
      409,
      { code: 'SALE_LINE_NOT_IN_SUSPENSE' },
    ]);
  });

  it('is refused for items and lines that are not there, twice, and to another store', async () => {
    const saleId = await sellUnknown();
    expect(await identify(saleId, 'NONE')).toMatchObject([422, { code: 'ITEM_UNKNOWN' }]);
    const none = await identify(saleId, 'KOPI-250', 9);
    expect(none).toMatchObject([404, { code: 'SALE_LINE_NOT_FOUND' }]);
    await identify(saleId, 'KOPI-250');
    const twice = await identify(saleId, 'TEH-100');
    expect(twice).toMatchObject([409, { code: 'SALE_LINE_IDENTIFIED' }]);
    const elsewhere = await sellUnknown({ terminal: 'BDG1-01' });
    expect((await identify(elsewhere, 'KOPI-250'))[0]).toBe(404);
  });

  it('waits while its goods are kept for a customer', async () => {
    const saleId = await sell(
      aSale({
        mode: 'completed',
        delivery: { kind: 'later' },
        customer: open.shop.customers.hotel.number,
        lines: [{ sku: 'BARU-1', quantity: '1', unitPrice: rupiah(45_000) }],
      }),
    );
    expect(await identify(saleId, 'KOPI-250')).toMatchObject([409, { code: 'NOT_DELIVERED' }]);
  });
});

it('the margin of a product counts the lines that turned out to be it, until that is undone', async () => {
  const saleId = await sellUnknown({ quantity: '1', unitPrice: rupiah(111_000) });
  expect(await margins()).toEqual([['?UNKNOWN', '100000', '0']]);
  await identify(saleId, 'BERAS-KG');
  expect(await margins()).toEqual([['BERAS-KG', '111000', '9000']]);
  const undoing = `POST /v1/sales/${saleId}/lines/1/identification/undoing`;
  await manager(undoing, { reason: 'It was the coffee' });
  expect(await margins()).toEqual([['?UNKNOWN', '100000', '0']]);
});

type Margin = Readonly<{ key: string; netSales: Money; costOfGoods: Money }>;
type Money = Readonly<{ amount: string }>;

/** Products that brought or cost something, with net sales and cost. */
async function margins(): Promise<readonly string[][]> {
  const auditor = office(open.api, open.shop.tokens.auditor);
  const [, report] = await auditor('GET /v1/reports/margin?by=product');
  return (report as { rows: Margin[] }).rows
    .map(({ key, netSales, costOfGoods }) => [key, netSales.amount, costOfGoods.amount])
    .filter(([, ...amounts]) => amounts.some((amount) => amount !== '0'));
}

type Unknown = Partial<SaleBody['lines'][number]> & Readonly<{ terminal?: string }>;

function sellUnknown({ terminal = 'JKT1-01', ...line }: Unknown = {}): Promise<string> {
  const sold = { sku: 'BARU-1', quantity: '2', unitPrice: rupiah(45_000), ...line };
  const paid = Number(sold.quantity) * Number(sold.unitPrice?.amount);
  const tenders = [{ type: 'cash' as const, amount: rupiah(paid) }];
  return sell(aSale({ terminal, mode: 'completed', lines: [sold], tenders }));
}

async function sell(body: SaleBody): Promise<string> {
  const saleId = randomUUID();
  const as = open.shop.terminalTokens[body.terminal === 'BDG1-01' ? 2 : 0];
  const answer = await open.api.send('PUT', `/v1/sales/${saleId}`, { as, body });
  expect(answer.status).toBe(201);
  return saleId;
}

function identify(saleId: string, sku: string, line = 1): Promise<Answered> {
  const body = { sku, reason: FOUND_OUT };
  return manager(`POST /v1/sales/${saleId}/lines/${line}/identification`, body);
}

/** The identification of the first line that stands. */
async function standing(saleId: string): Promise<string> {
  const { id } = await open.database.prisma.saleLineIdentification.findFirstOrThrow({
    where: { line: { saleId }, undoneAt: null },
  });
  return id;
}

async function openLines(): Promise<readonly unknown[]> {
  const [, body] = await manager('GET /v1/suspense-lines');
  return (body as { data: unknown[] }).data;
}

async function openWork(kind: string): Promise<readonly unknown[]> {
  const [, body] = await manager(`GET /v1/work-queue?kind=${kind}`);
  return (body as { data: unknown[] }).data;
}

async function onHand(sku: string): Promise<string | undefined> {
  const [, body] = await manager(`GET /v1/stock?location=JKT1-FLOOR&sku=${sku}`);
  return (body as { data: { onHand: string }[] }).data[0]?.onHand;
}

async function kindsOf(saleId: string): Promise<string[]> {
  const rows = await open.database.prisma.lifecycleEvent.findMany({ where: { saleId } });
  return rows.map(({ kind }) => kind);
}
