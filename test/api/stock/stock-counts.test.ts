import { randomUUID } from 'node:crypto';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { aSale, jakartaDay, rupiah } from '../../support/a-sale.js';
import { verifyAfterEach } from '../../support/books.js';
import { anotherKey, office, type Answered, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { postedLines } from '../../support/posted-lines.js';

/** What one packet of coffee cost, and what is there of it at the beginning. */
const COST = 27_000;
const THERE = 1_000;
/** Of the company at its beginning: what one person alone changes of a store's stock within 30 days. */
const ALONE = 1_000_000;

let open: OpenShop;
let storeManager: Office;
let owner: Office;

beforeEach(async () => {
  open = await openShop();
  storeManager = office(open.api, open.shop.tokens.storeManager);
  owner = office(open.api, open.shop.tokens.owner);
});
verifyAfterEach(() => open);
afterEach(() => open.close());

describe('a count of goods', () => {
  it('changes stock and ledger by the difference at the average cost', async () => {
    const [status, body] = await count([
      { sku: 'KOPI-250', counted: '997', expected: '1000' },
      { sku: 'BERAS-KG', counted: '1000.5', expected: '1000' },
    ]);
    expect([status, body]).toMatchObject([
      201,
      {
        state: 'booked',
        worth: rupiah(3 * COST + 4_500),
        bookedOn: jakartaDay(new Date()),
        lines: [{ difference: '-3' }, { difference: '0.5' }],
      },
    ]);
    expect(await onHand('KOPI-250')).toBe('997');
    expect(await onHand('BERAS-KG')).toBe('1000.5');
    const { storeId } = open.shop.jakarta;
    expect(await postedLines(open.database, idOf(body))).toEqual([
      { account: accountCode('inventory'), amount: '-76500', storeId },
      { account: accountCode('stockShrinkage'), amount: '76500', storeId },
    ]);
  });

  it('keeps what was sold between the count and its booking', async () => {
    await sell('2');
    await count([{ sku: 'KOPI-250', counted: '999', expected: '1000' }]);
    expect(await onHand('KOPI-250')).toBe('997');
    await count([{ sku: 'KOPI-250', counted: '997' }]);
    expect(await onHand('KOPI-250')).toBe('997');
  });

  it('needs the cost of goods that the books have none of', async () => {
    const found = { sku: 'KURSI-01', counted: '1', expected: '0' };
    const admin = office(open.api, open.shop.tokens.admin);
    const inBandung = (line: object) => count([line], { location: 'BDG1-FLOOR', by: admin });
    expect(await inBandung(found)).toMatchObject([
      422,
      { code: 'STOCK_COST_NEEDED', param: 'lines[0].unitCost' },
    ]);
    const priced = { ...found, unitCost: rupiah(450_000) };
    expect(await inBandung(priced)).toMatchObject([201, { worth: rupiah(450_000) }]);
  });

  it.each([
    ['QUANTITY_NEGATIVE', 'counted', { sku: 'KOPI-250', counted: '-1' }],
    ['ITEM_UNKNOWN', 'sku', { sku: 'NONE', counted: '1' }],
    ['ITEM_NOT_STOCKED', 'sku', { sku: 'JASA-KADO', counted: '1' }],
    ['STOCK_RESERVED', 'counted', { sku: 'KOPI-250', counted: '0', expected: '1001' }],
  ])('refuses with %s, and says where', async (code, field, line) => {
    await storesMayCount('100000000');
    const [status, body] = await count([line]);
    expect(status).toBe(code === 'STOCK_RESERVED' ? 409 : 422);
    expect(body).toMatchObject({ code, param: `lines[0].${field}` });
  });

  it('is of the own store', async () => {
    const line = { sku: 'KOPI-250', counted: '0' };
    const answer = await count([line], { location: 'BDG1-FLOOR' });
    expect(answer).toMatchObject([422, { code: 'LOCATION_UNKNOWN' }]);
  });
});

describe('a count that is worth more than one person alone may change', () => {
  it('waits for a second person, never the one who counted under another key', async () => {
    const [status, body] = await count([{ sku: 'KOPI-250', counted: '960' }]);
    expect([status, body]).toMatchObject([202, { state: 'requested', bookedOn: null }]);
    expect(await onHand('KOPI-250')).toBe('1000');
    const { id } = open.shop.users.storeManager;
    const same = office(open.api, await anotherKey(open.database, id, 'storeManager'));
    const refused = [422, { code: 'SECOND_PERSON_REQUIRED' }];
    expect(await decide(same, body, 'approved')).toMatchObject(refused);
    expect(await decide(owner, body, 'approved')).toMatchObject([200, { state: 'booked' }]);
    expect(await onHand('KOPI-250')).toBe('960');
    expect(await openWork('stock-count')).toEqual([]);
    const again = await decide(owner, body, 'approved');
    expect(again).toMatchObject([409, { code: 'STOCK_COUNT_DECIDED' }]);
  });

  it('is taken back by who counted, and nothing changes', async () => {
    const [, body] = await count([{ sku: 'KOPI-250', counted: '0' }]);
    expect(await openWork('stock-count')).toMatchObject([{ amount: rupiah(THERE * COST) }]);
    const answer = await decide(storeManager, body, 'rejected');
    expect(answer).toMatchObject([200, { state: 'rejected' }]);
    expect(await onHand('KOPI-250')).toBe('1000');
    expect(await openWork('stock-count')).toEqual([]);
  });

  it('is not made of small ones, nor of a surplus that hides a shortage', async () => {
    const most = Math.floor(ALONE / COST);
    const first = await count([{ sku: 'KOPI-250', counted: String(THERE - most) }]);
    expect(first[0]).toBe(201);
    expect((await count([{ sku: 'KOPI-250', counted: '1', expected: '2' }]))[0]).toBe(202);
    const exchanged = await count([
      { sku: 'TEH-100', counted: '0', expected: '100' },
      { sku: 'BERAS-KG', counted: '123.333', expected: '0' },
    ]);
    expect(exchanged[0]).toBe(202);
    expect((await count([{ sku: 'KOPI-250', counted: '10', expected: '10' }]))[0]).toBe(201);
  });

  it('has a limit that two people change', async () => {
    await storesMayCount('0');
    expect((await count([{ sku: 'KOPI-250', counted: '999' }]))[0]).toBe(202);
    const [, limits] = await owner('GET /v1/approval-limits');
    expect(limits).toMatchObject({ stockCount: rupiah(0), customerCredit: rupiah(10_000_000) });
  });
});

it('goods that were sold and not there: the count ends the question', async () => {
  await sell('1001', 'completed');
  const [question] = await openWork('stock-short');
  expect(question).toMatchObject({ ends: { calls: ['POST /v1/stock-counts'] } });
  const workItem = idOf(question);
  const found = [{ sku: 'KOPI-250', counted: '2', unitCost: rupiah(COST) }];
  const [status, counted] = await count(found, { workItem });
  expect([status, counted]).toMatchObject([201, { workItem }]);
  expect(await openWork('stock-short')).toEqual([]);
  const ended = await open.database.prisma.workItem.findUnique({ where: { id: workItem } });
  expect(ended).toMatchObject({ state: 'done', resolution: 'Counted in the evening' });
  expect(await count(found, { workItem })).toMatchObject([409, { code: 'WORK_ITEM_DONE' }]);
  const other = await count(found, { workItem: randomUUID() });
  expect(other).toMatchObject([404, { code: 'WORK_ITEM_NOT_FOUND' }]);
  const [, listed] = await storeManager('GET /v1/stock-counts?state=booked');
  expect(listed).toMatchObject({ data: [{ id: idOf(counted), requestedBy: 'Staf storeManager' }] });
});

type Choice = Readonly<{ location?: string; workItem?: string; by?: Office }>;

function count(
  lines: readonly object[],
  { by = storeManager, ...choice }: Choice = {},
): Promise<Answered> {
  const document = { location: 'JKT1-FLOOR', reason: 'Counted in the evening', ...choice };
  return by('POST /v1/stock-counts', { ...document, lines });
}

function decide(by: Office, counted: unknown, decision: 'approved' | 'rejected') {
  return by(`POST /v1/stock-counts/${idOf(counted)}/approval`, { decision });
}

async function storesMayCount(amount: string): Promise<void> {
  const asks = office(open.api, open.shop.tokens.arManager);
  const [, change] = await asks('POST /v1/approval-limits/changes', {
    creditNote: rupiah(1_000_000),
    stockCount: { amount, currency: 'IDR' },
    reason: 'test',
  });
  const decision = { decision: 'approved' };
  const [status] = await owner(`POST /v1/master-changes/${idOf(change)}/approval`, decision);
  expect(status).toBe(200);
}

async function sell(quantity: string, mode: 'online' | 'completed' = 'online'): Promise<void> {
  const answer = await open.api.send('PUT', `/v1/sales/${randomUUID()}`, {
    as: open.shop.terminalTokens[0],
    body: aSale({
      mode,
      lines: [{ sku: 'KOPI-250', quantity }],
      tenders: [{ type: 'cash', amount: rupiah(45_000 * Number(quantity)) }],
    }),
  });
  expect(answer.status).toBe(201);
}

async function onHand(sku: string): Promise<string | undefined> {
  const as = open.shop.tokens.storeManager;
  const { body } = await open.api.send('GET', `/v1/stock?location=JKT1-FLOOR&sku=${sku}`, { as });
  return (body as { data: { onHand: string }[] }).data[0]?.onHand;
}

async function openWork(kind: string): Promise<readonly unknown[]> {
  const [, body] = await storeManager(`GET /v1/work-queue?kind=${kind}`);
  return (body as { data: unknown[] }).data;
}

function idOf(body: unknown): string {
  return (body as { id: string }).id;
}
