import { randomUUID } from 'node:crypto';
import { aSaleOfTea, rupiah } from '../../support/a-sale.js';
import { office, type Answered } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { settableClock, type SettableClock } from '../../support/settable-clock.js';

/** An item goes off a price list: it costs what the next list says, and tills are told. */

const NOW = '2026-11-30T03:00:00Z';
const TODAY = '2026-11-30';

let open: OpenShop;
let clock: SettableClock;

beforeEach(async () => {
  clock = settableClock(NOW);
  open = await openShop({ clock });
  await call('POST', '/v1/price-lists', FIELDS);
});
afterEach(() => open.close());

describe('the price of an item on a list', () => {
  it('ends now: the next list counts, a delta tells it once, and a snapshot has nothing of it', async () => {
    await planned(16_000);
    const customer = await customerOf('grosir');
    const { version } = await catalogue();
    expect(await ended()).toMatchObject([201, { priceList: 'GROSIR', state: 'inForce' }]);
    expect(await sell(16_000, { customer })).toMatchObject([422, { code: 'PRICE_MISMATCH' }]);
    expect(await sell(18_500, { customer })).toMatchObject([201, { lines: [{ priceList: null }] }]);
    const delta = await catalogue(`?since=${version}`);
    expect(delta).toMatchObject({ pricesEnded: [{ sku: 'TEH-100', priceList: 'GROSIR' }] });
    expect(delta.items).toMatchObject([{ sku: 'TEH-100', listPrices: [] }]);
    const snapshot = await catalogue();
    expect(snapshot).toMatchObject({ pricesEnded: [] });
    expect(snapshot.items.find(({ sku }) => sku === 'TEH-100')).toMatchObject({ listPrices: [] });
  });

  it('ends at a moment to come, which every till knows before; undone, it never ends', async () => {
    await planned(16_000);
    const customer = await customerOf('grosir');
    const [, change] = await ended('2026-12-05T10:00:00+07:00');
    const { version } = change as { version: number };
    expect(await tea()).toMatchObject({
      listPrices: [
        {
          price: { unitPrice: rupiah(16_000) },
          futurePrices: [{ version, effectiveFrom: '2026-12-05T03:00:00.000Z', unitPrice: null }],
        },
      ],
    });
    expect(await call('GET', `/v1/price-changes/${version}`)).toMatchObject([
      200,
      { data: [{ sku: 'TEH-100', unitPrice: null, unitPriceBefore: rupiah(16_000) }] },
    ]);
    const withdrawal = `/v1/price-changes/${version}/withdrawal`;
    expect(await call('POST', withdrawal)).toMatchObject([200, { state: 'withdrawn' }]);
    expect(await tea()).toMatchObject({ listPrices: [{ futurePrices: [] }] });
    clock.set('2026-12-06T03:00:00Z');
    const later = { customer, capturedAt: clock.iso(), businessDate: '2026-12-06' };
    expect(await sell(16_000, later)).toMatchObject([201, { lines: [{ priceList: 'GROSIR' }] }]);
  });

  it('that has ended by itself is off the list, and comes back with another price', async () => {
    await planned(16_000);
    await ended('2026-12-05');
    const customer = await customerOf('grosir');
    clock.set('2026-12-06T03:00:00Z');
    const later = { customer, capturedAt: clock.iso(), businessDate: '2026-12-06' };
    expect(await sell(16_000, later)).toMatchObject([422, { code: 'PRICE_MISMATCH' }]);
    expect(await sell(18_500, later)).toMatchObject([201, {}]);
    expect(await tea()).toMatchObject({ listPrices: [] });
    await planned(15_000);
    expect(await sell(15_000, later)).toMatchObject([201, { lines: [{ priceList: 'GROSIR' }] }]);
  });

  it('that ended while a till was offline is right by what the till knew', async () => {
    await planned(16_000);
    const customer = await customerOf('grosir');
    const { version: priceVersion } = await catalogue();
    clock.set('2026-11-30T04:00:00Z');
    await ended();
    const capturedAt = '2026-11-30T05:00:00Z';
    const offline = { customer, mode: 'completed', capturedAt, priceVersion };
    expect(await sell(16_000, offline)).toMatchObject([201, { exceptions: [] }]);
  });

  it('ends on lists only: for everybody an item is withdrawn', async () => {
    const items = [{ sku: 'TEH-100', unitPrice: null }];
    expect(await call('POST', '/v1/price-changes', { items, note: 'x' })).toMatchObject([
      422,
      { code: 'PRICE_LIST_REQUIRED', param: 'items[0].unitPrice' },
    ]);
  });
});

const FIELDS = {
  code: 'GROSIR',
  name: 'Grosir',
  storeGroup: null,
  channel: null,
  segment: 'grosir',
  validFrom: NOW,
  validUntil: null,
};

function plan(unitPrice: object | null, effectiveFrom?: string) {
  const items = [{ sku: 'TEH-100', unitPrice }];
  const body = { items, effectiveFrom, priceList: 'GROSIR', note: 'Grosir' };
  return call('POST', '/v1/price-changes', body);
}

const ended = (effectiveFrom?: string) => plan(null, effectiveFrom);

async function planned(amount: number): Promise<void> {
  expect(await plan(rupiah(amount))).toMatchObject([201, { priceList: 'GROSIR' }]);
}

async function customerOf(segment: string): Promise<string> {
  const { prisma } = open.database;
  const customer = await prisma.customer.findFirstOrThrow({ orderBy: { number: 'asc' } });
  const ctx = {
    actor: { kind: 'system', id: 't', name: 't' },
    origin: 't',
    at: clock.iso(),
    requestId: 't',
  } as const;
  await open.database.transaction(ctx, (tx) =>
    tx.customer.update({ where: { id: customer.id }, data: { segment } }),
  );
  return customer.number;
}

type Catalogue = Readonly<{ version: number; items: readonly Readonly<{ sku: string }>[] }>;

async function catalogue(query = ''): Promise<Catalogue> {
  const as = open.shop.terminalTokens[0];
  return (await open.api.send('GET', `/v1/catalogue${query}`, { as })).body as Catalogue;
}

async function tea(): Promise<unknown> {
  return (await catalogue()).items.find(({ sku }) => sku === 'TEH-100');
}

async function sell(amount: number, changes: object = {}): Promise<[number, unknown]> {
  const { status, body } = await open.api.send('PUT', `/v1/sales/${randomUUID()}`, {
    as: open.shop.terminalTokens[0],
    body: aSaleOfTea(amount, { businessDate: TODAY, capturedAt: NOW, ...changes }),
  });
  return [status, body];
}

function call(method: string, path: string, body?: object): Promise<Answered> {
  return office(open.api, open.shop.tokens.admin)(`${method} ${path}`, body);
}
