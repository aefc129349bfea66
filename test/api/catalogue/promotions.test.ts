import { randomUUID } from 'node:crypto';
import { rupiah } from '../../support/a-sale.js';
import { office, type Answered } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { settableClock, type SettableClock } from '../../support/settable-clock.js';

/** Promotions are planned, seen before they begin, changed, and ended for all tills at once. */

const NOW = '2026-11-30T03:00:00Z';

let open: OpenShop;
let clock: SettableClock;

beforeEach(async () => {
  clock = settableClock(NOW);
  open = await openShop({ clock });
});
afterEach(() => open.close());

describe('a promotion', () => {
  it('is planned, seen before it begins, and holds by itself', async () => {
    const { id } = await made({ validFrom: '2026-12-01', validUntil: '2027-01-01' });
    expect(await call('GET', `/v1/promotions/${id}`)).toMatchObject([
      200,
      {
        code: 'TEH-10',
        state: 'planned',
        offer: TENTH,
        skus: ['TEH-100'],
        segments: [],
        priority: 0,
        standsAlone: false,
        validFrom: '2026-11-30T17:00:00.000Z',
        validUntil: '2026-12-31T17:00:00.000Z',
      },
    ]);
    expect(await codes('planned')).toEqual(['TEH-10']);
    clock.set('2026-11-30T17:00:00Z');
    expect([await codes('planned'), await codes('inForce')]).toEqual([[], ['TEH-10']]);
    clock.set('2026-12-31T17:00:00Z');
    expect([await codes('inForce'), await codes('over')]).toEqual([[], ['TEH-10']]);
  });

  it('is listed page by page, the newest first', async () => {
    for (const code of ['P-1', 'P-2', 'P-3']) await made({ code });
    const [, first] = await call('GET', '/v1/promotions?limit=2');
    expect(first).toMatchObject({ data: [{ code: 'P-3' }, { code: 'P-2' }] });
    const { nextCursor } = first as { nextCursor: string };
    expect(await call('GET', `/v1/promotions?limit=2&cursor=${nextCursor}`)).toMatchObject([
      200,
      { data: [{ code: 'P-1' }], nextCursor: null },
    ]);
  });

  it('that has begun changes its name and its end only', async () => {
    const { id } = await made({});
    const path = `/v1/promotions/${id}`;
    const later = { ...FIELDS, name: 'Teh hemat', validFrom: NOW, validUntil: '2026-12-31' };
    expect(await call('PUT', path, later)).toMatchObject([
      200,
      { name: 'Teh hemat', validUntil: '2026-12-30T17:00:00.000Z' },
    ]);
    const more = { ...later, offer: { kind: 'percent', percent: 2_000 } };
    expect(await call('PUT', path, more)).toMatchObject([
      409,
      { code: 'PROMOTION_HAS_BEGUN', param: 'offer' },
    ]);
    expect(await call('PUT', path, { ...later, validFrom: '2026-12-01' })).toMatchObject([
      409,
      { code: 'PROMOTION_HAS_BEGUN', param: 'validFrom' },
    ]);
  });

  it('ends now for good, or at a moment that can still be changed', async () => {
    const { id } = await made({});
    const path = `/v1/promotions/${id}/ending`;
    clock.set('2026-11-30T04:00:00Z');
    expect(await call('POST', path, { at: '2026-12-05' })).toMatchObject([
      200,
      { state: 'inForce', validUntil: '2026-12-04T17:00:00.000Z' },
    ]);
    expect(await call('POST', path, {})).toMatchObject([
      200,
      { state: 'over', validUntil: '2026-11-30T04:00:00.000Z' },
    ]);
    expect(await call('POST', path, {})).toMatchObject([200, { state: 'over' }]);
    expect(await call('POST', path, { at: '2026-12-05' })).toMatchObject([
      409,
      { code: 'PROMOTION_OVER' },
    ]);
    expect(await call('PUT', `/v1/promotions/${id}`, { ...FIELDS, validFrom: NOW })).toMatchObject([
      409,
      { code: 'PROMOTION_OVER' },
    ]);
  });

  it('is withdrawn before it begins, and planned anew', async () => {
    const { id } = await made({ validFrom: '2026-12-01' });
    expect(await call('POST', `/v1/promotions/${id}/ending`, {})).toMatchObject([
      200,
      { state: 'over', validUntil: '2026-11-30T17:00:00.000Z' },
    ]);
    expect(
      await call('PUT', `/v1/promotions/${id}`, { ...FIELDS, validFrom: '2026-12-01' }),
    ).toMatchObject([200, { state: 'planned', validUntil: null }]);
  });

  it('leaves a trace of who decided what', async () => {
    const { id } = await made({});
    await call('POST', `/v1/promotions/${id}/ending`, { at: '2026-12-05' });
    const rows = await open.database.prisma.auditRow.findMany({
      where: { tableName: { in: ['promotion', 'promotion_term'] } },
      orderBy: { id: 'asc' },
    });
    expect(rows.map(({ tableName, action }) => [tableName, action])).toEqual([
      ['promotion', 'insert'],
      ['promotion_term', 'insert'],
      ['promotion_term', 'insert'],
    ]);
    expect(rows.every(({ actorKind }) => actorKind === 'user')).toBe(true);
  });

  it.each([
    [{ code: 'TEH-10' }, 409, { code: 'CODE_TAKEN', param: 'code' }],
    [{ skus: ['TEH-100', 'NONE'] }, 422, { code: 'ITEM_UNKNOWN', param: 'skus[1]' }],
    [{ stores: ['NONE'] }, 422, { code: 'STORE_UNKNOWN', param: 'stores[0]' }],
    [{ storeGroups: ['NONE'] }, 422, { code: 'STORE_GROUP_UNKNOWN', param: 'storeGroups[0]' }],
    [{ validFrom: '2026-11-29' }, 422, { code: 'PROMOTION_IN_PAST', param: 'validFrom' }],
    [{ validUntil: '2026-11-29' }, 422, { code: 'PROMOTION_IN_PAST', param: 'validUntil' }],
    [
      { validFrom: '2026-12-02', validUntil: '2026-12-02' },
      422,
      { code: 'PROMOTION_PERIOD_INVALID', param: 'validUntil' },
    ],
    [{ coupon: 'HEMAT' }, 409, { code: 'PROMOTION_OVERLAPS', param: 'coupon' }],
    [
      { offer: { kind: 'amount', off: rupiah(0) } },
      422,
      { code: 'OFFER_NOT_POSITIVE', param: 'offer.off.amount' },
    ],
    [
      { offer: { kind: 'amount', off: { amount: '5.00', currency: 'USD' } } },
      422,
      { code: 'CURRENCY_MISMATCH', param: 'offer.off.currency' },
    ],
    [{ offer: { kind: 'percent', percent: 10_001 } }, 400, { param: 'offer.percent' }],
    [{ hours: { weekdays: [8], from: '10:00', until: '11:00' } }, 400, {}],
  ])('is refused with %p', async (part, status, problem) => {
    await made({ coupon: 'HEMAT' });
    expect(await add({ code: 'LAIN', ...part })).toMatchObject([status, problem]);
  });

  it('has a coupon for itself, also when two are planned at the same moment', async () => {
    const all = ['P-1', 'P-2', 'P-3', 'P-4'].map((code) => add({ code, coupon: 'HEMAT' }));
    const statuses = (await Promise.all(all)).map(([status]) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
  });

  it.each([
    ['GET', ''],
    ['PUT', ''],
    ['POST', '/ending'],
  ])('that is not there is refused (%s%s)', async (method, end) => {
    const body = { GET: undefined, PUT: FIELDS, POST: {} }[method];
    const path = `/v1/promotions/${randomUUID()}${end}`;
    expect(await call(method, path, body)).toMatchObject([404, { code: 'PROMOTION_NOT_FOUND' }]);
  });
});

const TENTH = { kind: 'percent', percent: 1_000 };
const FIELDS = { name: 'Teh 10 %', offer: TENTH, skus: ['TEH-100'], validUntil: null };

function add(parts: object): Promise<Answered> {
  return call('POST', '/v1/promotions', { code: 'TEH-10', ...FIELDS, ...parts });
}

async function made(parts: object): Promise<Readonly<{ id: string }>> {
  const [status, promotion] = await add(parts);
  expect([status, promotion]).toMatchObject([201, {}]);
  return promotion as { id: string };
}

async function codes(state: string): Promise<string[]> {
  const [, body] = await call('GET', `/v1/promotions?state=${state}`);
  return (body as { data: { code: string }[] }).data.map(({ code }) => code);
}

function call(method: string, path: string, body?: object): Promise<Answered> {
  return office(open.api, open.shop.tokens.admin)(`${method} ${path}`, body);
}
