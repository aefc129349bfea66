import { randomUUID } from 'node:crypto';
import { aSaleOfTea, rupiah } from '../../support/a-sale.js';
import { office, type Answered } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { settableClock, type SettableClock } from '../../support/settable-clock.js';

/** Price lists are for segments, groups of stores and channels; tills and sales follow them. */

const NOW = '2026-11-30T03:00:00Z';
const TODAY = '2026-11-30';

let open: OpenShop;
let clock: SettableClock;

beforeEach(async () => {
  clock = settableClock(NOW);
  open = await openShop({ clock });
});
afterEach(() => open.close());

describe('a price list', () => {
  it('is made, gets prices, and holds for the customers of its segment', async () => {
    const list = await made({ segment: 'grosir' });
    expect(list).toMatchObject({
      code: 'GROSIR',
      state: 'inForce',
      validFrom: '2026-11-30T03:00:00.000Z',
    });
    await planned(16_000);
    const number = await customerOf('grosir');
    const [status, sale] = await sell(16_000, { customer: number });
    expect([status, sale]).toMatchObject([
      201,
      { lines: [{ unitPrice: rupiah(16_000), listPrice: rupiah(16_000), priceList: 'GROSIR' }] },
    ]);
    const { id } = sale as { id: string };
    expect(await open.database.prisma.saleLine.findFirst({ where: { saleId: id } })).toMatchObject({
      priceListId: list.id,
      priceVersion: expect.any(Number),
    });
    expect(await sell(18_500)).toMatchObject([201, { lines: [{ priceList: null }] }]);
    expect(await sell(16_000)).toMatchObject([422, { code: 'PRICE_MISMATCH' }]);
  });

  it('holds for the tills of its group of stores and of its channel', async () => {
    await changedStore('JAWA');
    await made({ storeGroup: 'JAWA', channel: 'web' });
    await planned(17_000);
    expect(await sell(18_500)).toMatchObject([201, {}]);
    await open.database.transaction(system(), (tx) =>
      tx.terminal.updateMany({ data: { channel: 'web' } }),
    );
    expect(await sell(17_000)).toMatchObject([201, { lines: [{ priceList: 'GROSIR' }] }]);
    expect(await catalogue()).toMatchObject({ storeGroup: 'JAWA', channel: 'web' });
  });

  it('is told to tills with its terms and its prices to come', async () => {
    await made({ segment: 'grosir', validFrom: '2026-12-01', validUntil: '2026-12-31T12:00:00Z' });
    await planned(16_000);
    await planned(15_000, '2026-12-05T10:00:00+07:00');
    expect(await catalogue()).toMatchObject({
      priceLists: [
        {
          code: 'GROSIR',
          segment: 'grosir',
          storeGroup: null,
          channel: null,
          validFrom: '2026-11-30T17:00:00.000Z',
          validUntil: '2026-12-31T12:00:00.000Z',
        },
      ],
    });
    expect(await tea()).toMatchObject({
      price: { unitPrice: rupiah(18_500) },
      listPrices: [
        {
          priceList: 'GROSIR',
          price: { unitPrice: rupiah(16_000) },
          futurePrices: [{ effectiveFrom: '2026-12-05T03:00:00.000Z', unitPrice: rupiah(15_000) }],
        },
      ],
    });
    clock.set('2026-12-31T12:00:00Z');
    expect(await catalogue()).toMatchObject({ priceLists: [] });
    expect(await tea()).toMatchObject({ listPrices: [] });
  });

  it('that has begun changes its name and its end only', async () => {
    const { id } = await made({ segment: 'grosir' });
    const fields = { ...FIELDS, segment: 'grosir', name: 'Grosir baru', validUntil: '2026-12-31' };
    expect(await call('PUT', `/v1/price-lists/${id}`, fields)).toMatchObject([
      200,
      { name: 'Grosir baru', validUntil: '2026-12-30T17:00:00.000Z' },
    ]);
    expect(await call('PUT', `/v1/price-lists/${id}`, { ...fields, segment: 'vip' })).toMatchObject(
      [409, { code: 'PRICE_LIST_HAS_BEGUN', param: 'segment' }],
    );
  });

  it('ends at a moment; tills that did not know of it are right', async () => {
    const { id } = await made({ segment: 'grosir' });
    await planned(16_000);
    const { version } = (await catalogue()) as { version: number };
    const customer = await customerOf('grosir');
    clock.set('2026-11-30T04:00:00Z');
    const path = `/v1/price-lists/${id}/ending`;
    expect(await call('POST', path, {})).toMatchObject([200, { state: 'over' }]);
    expect(await call('POST', path, {})).toMatchObject([200, { state: 'over' }]);
    expect(await sell(16_000, { customer })).toMatchObject([422, { code: 'PRICE_MISMATCH' }]);
    const offline = { customer, mode: 'completed', capturedAt: '2026-11-30T05:00:00Z' } as const;
    expect(await sell(16_000, { ...offline, priceVersion: version })).toMatchObject([
      201,
      { exceptions: [], lines: [{ priceList: 'GROSIR' }] },
    ]);
    expect(await sell(16_000, offline)).toMatchObject([
      201,
      { exceptions: [{ kind: 'price-mismatch' }] },
    ]);
    expect(await plan(15_000)).toMatchObject([422, { code: 'PRICE_LIST_UNKNOWN' }]);
  });

  it('that has not begun never holds once it is ended, and its place is free', async () => {
    const { id } = await made({ segment: 'grosir', validFrom: '2026-12-01' });
    expect(await call('POST', `/v1/price-lists/${id}/ending`, {})).toMatchObject([
      200,
      { state: 'over', validUntil: '2026-11-30T17:00:00.000Z' },
    ]);
    expect(await add({ code: 'LAIN', segment: 'grosir' })).toMatchObject([201, {}]);
    expect(await call('GET', '/v1/price-lists?state=inForce')).toMatchObject([
      200,
      { data: [{ code: 'LAIN' }] },
    ]);
  });

  it.each([
    [{ validFrom: '2026-11-29' }, 422, { code: 'PRICE_IN_PAST', param: 'validFrom' }],
    [{ validUntil: '2026-11-30T02:00:00Z' }, 422, { code: 'PRICE_IN_PAST', param: 'validUntil' }],
    [
      { validFrom: '2026-12-02', validUntil: '2026-12-02' },
      422,
      { code: 'PRICE_LIST_PERIOD_INVALID', param: 'validUntil' },
    ],
    [{ storeGroup: 'NONE' }, 422, { code: 'STORE_GROUP_UNKNOWN', param: 'storeGroup' }],
    [{ channel: 'mail' }, 400, { code: 'FIELD_INVALID', param: 'channel' }],
    [{ code: 'GROSIR' }, 409, { code: 'CODE_TAKEN', param: 'code' }],
    [
      { segment: 'grosir', validFrom: '2027-01-01' },
      409,
      { code: 'PRICE_LIST_OVERLAPS', param: 'validFrom' },
    ],
  ])('is refused with %p', async (part, status, problem) => {
    await made({ segment: 'grosir' });
    expect(await add({ code: 'LAIN', ...part })).toMatchObject([status, problem]);
  });

  it('does not overlap one that is made at the same moment', async () => {
    const codes = ['L-1', 'L-2', 'L-3', 'L-4', 'L-5'];
    const answers = await Promise.all(codes.map((code) => add({ code, segment: 'grosir' })));
    const statuses = answers.map(([status]) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
  });

  it.each(['PUT', 'POST'])(
    'that is not there is neither changed nor ended (%s)',
    async (method) => {
      const path = `/v1/price-lists/${randomUUID()}${method === 'PUT' ? '' : '/ending'}`;
      const body = method === 'PUT' ? FIELDS : {};
      expect(await call(method, path, body)).toMatchObject([404, { code: 'PRICE_LIST_NOT_FOUND' }]);
    },
  );
});

const FIELDS = {
  name: 'Grosir',
  storeGroup: null,
  channel: null,
  segment: null,
  validFrom: NOW,
  validUntil: null,
};

function add(parts: object) {
  return call('POST', '/v1/price-lists', { code: 'GROSIR', ...FIELDS, ...parts });
}

async function made(parts: object): Promise<Readonly<{ id: string }>> {
  const [status, list] = await add(parts);
  expect([status, list]).toMatchObject([201, {}]);
  return list as { id: string };
}

function plan(amount: number, effectiveFrom?: string) {
  const items = [{ sku: 'TEH-100', unitPrice: rupiah(amount) }];
  const body = { items, effectiveFrom, priceList: 'GROSIR', note: 'Grosir' };
  return call('POST', '/v1/price-changes', body);
}

async function planned(amount: number, effectiveFrom?: string): Promise<void> {
  expect(await plan(amount, effectiveFrom)).toMatchObject([201, { priceList: 'GROSIR' }]);
}

async function customerOf(segment: string): Promise<string> {
  const customer = await open.database.prisma.customer.findFirstOrThrow({
    orderBy: { number: 'asc' },
  });
  await open.database.transaction(system(), (tx) =>
    tx.customer.update({ where: { id: customer.id }, data: { segment } }),
  );
  return customer.number;
}

async function changedStore(storeGroup: string): Promise<void> {
  const store = await open.database.prisma.store.findFirstOrThrow({ where: { code: 'JKT1' } });
  const { name, address, phone, timeZone } = store;
  const body = { name, address, phone, timeZone, cashRoundingStep: rupiah(100), storeGroup };
  expect(await call('PUT', `/v1/stores/${store.id}`, body)).toMatchObject([200, { storeGroup }]);
}

function system() {
  return {
    actor: { kind: 'system', id: 't', name: 't' },
    origin: 't',
    at: clock.iso(),
    requestId: 't',
  } as const;
}

async function catalogue(): Promise<unknown> {
  return (await open.api.send('GET', '/v1/catalogue', { as: open.shop.terminalTokens[0] })).body;
}

async function tea(): Promise<unknown> {
  const { items } = (await catalogue()) as { items: readonly { sku: string }[] };
  return items.find(({ sku }) => sku === 'TEH-100');
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
