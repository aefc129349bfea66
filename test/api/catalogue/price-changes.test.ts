import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { aSaleOfTea, rupiah } from '../../support/a-sale.js';
import { office, type Answered } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { settableClock, type SettableClock } from '../../support/settable-clock.js';

/** Prices are planned for a moment, seen before it, told to every till, and taken back before they hold. */

const TODAY = '2026-11-30';
const TOMORROW = '2026-12-01';
/** A day begins at midnight of the company, which is in Jakarta. */
const MIDNIGHT = '2026-11-30T17:00:00.000Z';

let open: OpenShop;
let clock: SettableClock;

beforeEach(async () => {
  clock = settableClock(`${TODAY}T03:00:00Z`);
  open = await openShop({ clock });
});
afterEach(() => open.close());

describe('a change of prices', () => {
  it('for a day to come is told to tills with its day, and holds from that day on', async () => {
    const [status, change] = await plan({ 'TEH-100': 20_000 }, TOMORROW);
    expect([status, change]).toMatchObject([
      201,
      { state: 'planned', effectiveFrom: MIDNIGHT, items: 1, note: 'Harga baru', priceList: null },
    ]);
    expect(await tea()).toMatchObject({
      price: { unitPrice: rupiah(18_500) },
      futurePrices: [{ effectiveFrom: MIDNIGHT, unitPrice: rupiah(20_000) }],
    });
    expect(await sellTea(18_500)).toMatchObject([201, { priceVersion: 1 }]);
    expect(await sellTea(20_000)).toMatchObject([422, {}]);

    clock.set(`${TOMORROW}T03:00:00Z`);
    expect(await tea()).toMatchObject({
      price: { effectiveFrom: MIDNIGHT, unitPrice: rupiah(20_000) },
      futurePrices: [],
    });
    expect(await sellTea(20_000, TOMORROW)).toMatchObject([201, { exceptions: [] }]);
    expect(await sellTea(18_500, TOMORROW)).toMatchObject([422, {}]);
    const { version } = change as { version: number };
    expect(await call('GET', '/v1/price-changes?state=inForce')).toMatchObject([
      200,
      { data: [{ version, state: 'inForce' }, { version: 1 }] },
    ]);
  });

  it('is told with its prices, and among all prices of an item by what became of them', async () => {
    clock.set(`${TODAY}T04:00:00Z`);
    await plan({ 'TEH-100': 19_000 });
    const [, planned] = await plan({ 'TEH-100': 20_000 }, TOMORROW);
    const { version } = planned as { version: number };
    expect(await call('GET', `/v1/price-changes/${version}`)).toMatchObject([
      200,
      { change: planned, data: [{ sku: 'TEH-100', unitPriceBefore: rupiah(19_000) }] },
    ]);
    const path = `/v1/items/${open.shop.items.tea.id}/prices`;
    const prices = async () =>
      ((await call('GET', path))[1] as { data: { state: string; unitPrice: unknown }[] }).data.map(
        ({ state, unitPrice }) => [state, unitPrice],
      );
    expect(await prices()).toEqual([
      ['planned', rupiah(20_000)],
      ['inForce', rupiah(19_000)],
      ['replaced', rupiah(18_500)],
    ]);
    clock.set(`${TOMORROW}T03:00:00Z`);
    expect(await prices()).toMatchObject([
      ['inForce', {}],
      ['replaced', {}],
      ['replaced', {}],
    ]);
  });

  it('without a moment holds at once, and not for what was sold before', async () => {
    clock.set(`${TODAY}T04:00:00Z`);
    expect(await plan({ 'TEH-100': 19_000 })).toMatchObject([201, { state: 'inForce' }]);
    expect(await sellTea(19_000)).toMatchObject([201, { exceptions: [] }]);
    expect(await sellTea(18_500, TODAY, { mode: 'completed' })).toMatchObject([
      201,
      { exceptions: [] },
    ]);
  });

  it('holds from a moment of the day, for tills and for sales', async () => {
    const [, change] = await plan({ 'TEH-100': 20_000 }, `${TODAY}T18:00:00+07:00`);
    const { version } = change as { version: number };
    clock.set(`${TODAY}T10:59:59.999Z`);
    const etag = await tagOfCatalogue();
    expect(await sellTea(18_500)).toMatchObject([201, { exceptions: [] }]);
    expect((await tea())['price']).toMatchObject({ unitPrice: rupiah(18_500) });
    clock.set(`${TODAY}T11:00:00Z`);
    expect(await tagOfCatalogue()).not.toBe(etag);
    expect(await sellTea(20_000)).toMatchObject([201, { exceptions: [] }]);
    expect((await tea())['price']).toMatchObject({ unitPrice: rupiah(20_000) });
    const offline = { mode: 'completed', priceVersion: version } as const;
    const times = { '10:59:59': 18_500, '11:00:00': 20_000 };
    for (const [time, amount] of Object.entries(times)) {
      const capturedAt = `${TODAY}T${time}Z`;
      expect(await sellTea(amount, TODAY, { ...offline, capturedAt })).toMatchObject([
        201,
        { exceptions: [] },
      ]);
    }
  });

  it('that was planned holds on its day although another was decided after it for an earlier day', async () => {
    await plan({ 'TEH-100': 22_000 }, '2026-12-05');
    await plan({ 'TEH-100': 20_000 }, TOMORROW);
    clock.set('2026-12-04T03:00:00Z');
    expect(await sellTea(20_000, '2026-12-04')).toMatchObject([201, {}]);
    clock.set('2026-12-05T03:00:00Z');
    expect(await sellTea(22_000, '2026-12-05')).toMatchObject([201, {}]);
  });

  it('shows its prices beside those before it', async () => {
    await plan({ 'TEH-100': 20_000 }, TOMORROW);
    const [, later] = await plan({ 'TEH-100': 21_000, 'KOPI-250': 50_000 }, '2026-12-02');
    const { version } = later as { version: number };
    expect(await call('GET', `/v1/price-changes/${version}?limit=1`)).toMatchObject([
      200,
      { data: [{ sku: 'KOPI-250', unitPrice: rupiah(50_000), unitPriceBefore: rupiah(45_000) }] },
    ]);
    expect(await call('GET', `/v1/price-changes/${version}`)).toMatchObject([
      200,
      { data: [{ sku: 'KOPI-250' }, { sku: 'TEH-100', unitPriceBefore: rupiah(20_000) }] },
    ]);
  });

  it.each([
    [{ effectiveFrom: '2026-11-29' }, 'PRICE_IN_PAST', 'effectiveFrom'],
    [{ effectiveFrom: '2026-11-30T02:59:59Z' }, 'PRICE_IN_PAST', 'effectiveFrom'],
    [{ priceList: 'NONE' }, 'PRICE_LIST_UNKNOWN', 'priceList'],
    [{ items: [price('NONE')] }, 'ITEM_UNKNOWN', 'items[0].sku'],
    [{ items: [price('TEH-100'), price('TEH-100')] }, 'ITEM_REPEATED', 'items[1].sku'],
    [{ items: [price('TEH-100', '-1')] }, 'PRICE_NEGATIVE', 'items[0].unitPrice'],
    [{ items: [price('TEH-100', '1.5')] }, 'MONEY_TOO_PRECISE', 'items[0].unitPrice.amount'],
    [{ items: [price('TEH-100', '1', 'USD')] }, 'CURRENCY_MISMATCH', 'items[0].unitPrice.currency'],
  ])('is refused with %p as %s', async (part, code, param) => {
    const body = { items: [price('TEH-100')], note: 'x', ...part };
    expect(await call('POST', '/v1/price-changes', body)).toMatchObject([422, { code, param }]);
    expect((await tea())['futurePrices']).toEqual([]);
  });
});

describe('the withdrawal of a change of prices', () => {
  it('before its day takes it back, at every till', async () => {
    const path = await planned();
    expect(await call('POST', `${path}/withdrawal`)).toMatchObject([200, { state: 'withdrawn' }]);
    expect(await call('POST', `${path}/withdrawal`)).toMatchObject([200, { state: 'withdrawn' }]);
    expect((await tea())['futurePrices']).toEqual([]);
    clock.set(`${TOMORROW}T03:00:00Z`);
    expect(await sellTea(18_500, TOMORROW)).toMatchObject([201, { priceVersion: 1 }]);
  });

  it('is refused once its moment has come', async () => {
    const path = await planned();
    clock.set(MIDNIGHT);
    expect(await call('POST', `${path}/withdrawal`)).toMatchObject([
      409,
      { code: 'PRICE_CHANGE_IN_FORCE', param: 'version' },
    ]);
    expect(await call('POST', '/v1/price-changes/99/withdrawal')).toMatchObject([
      404,
      { code: 'PRICE_CHANGE_NOT_FOUND' },
    ]);
  });

  it('leaves the price of a sale that a till made without knowing of it', async () => {
    const path = await planned();
    const { version } = (await catalogue()) as { version: number };
    await call('POST', `${path}/withdrawal`);
    clock.set(`${TOMORROW}T03:00:00Z`);
    const offline = { mode: 'completed', priceVersion: version } as const;
    expect(await sellTea(20_000, TOMORROW, offline)).toMatchObject([
      201,
      { priceVersion: version, exceptions: [] },
    ]);
    const knowing = { ...offline, priceVersion: version + 1 };
    expect(await sellTea(20_000, TOMORROW, knowing)).toMatchObject([
      201,
      { exceptions: [{ kind: 'price-mismatch' }] },
    ]);
  });
});

function price(sku: string, amount = '1', currency = 'IDR') {
  return { sku, unitPrice: { amount, currency } };
}

function plan(prices: Readonly<Record<string, number>>, effectiveFrom?: string) {
  const items = Object.entries(prices).map(([sku, amount]) => price(sku, String(amount)));
  return call('POST', '/v1/price-changes', { items, effectiveFrom, note: 'Harga baru' });
}

async function planned(): Promise<string> {
  const [, change] = await plan({ 'TEH-100': 20_000 }, TOMORROW);
  return `/v1/price-changes/${(change as { version: number }).version}`;
}

async function tagOfCatalogue(): Promise<string | null> {
  const as = open.shop.terminalTokens[0];
  return (await open.api.send('GET', '/v1/catalogue', { as })).headers.get('etag');
}

async function catalogue(): Promise<unknown> {
  const as = open.shop.terminalTokens[0];
  return (await open.api.send('GET', '/v1/catalogue', { as })).body;
}

type Item = Readonly<{ sku: string; [field: string]: unknown }>;

async function tea(): Promise<Item> {
  const { items } = (await catalogue()) as { items: Item[] };
  const found = items.find(({ sku }) => sku === 'TEH-100');
  if (found === undefined) throw new Error('the shop sells no tea');
  return found;
}

async function sellTea(amount: number, businessDate = TODAY, changes: object = {}) {
  const capturedAt = Temporal.Instant.from(`${businessDate}T03:00:00Z`).toString();
  const { status, body } = await open.api.send('PUT', `/v1/sales/${randomUUID()}`, {
    as: open.shop.terminalTokens[0],
    body: aSaleOfTea(amount, { businessDate, capturedAt, ...changes }),
  });
  return [status, body];
}

function call(method: string, path: string, body?: object): Promise<Answered> {
  return office(open.api, open.shop.tokens.admin)(`${method} ${path}`, body);
}
