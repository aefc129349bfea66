import { randomUUID } from 'node:crypto';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { aSale, rupiah } from '../../support/a-sale.js';
import { office, type Answered } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { settableClock, type SettableClock } from '../../support/settable-clock.js';

/** Sales with the promotions in force at their own moment: what is given, kept, printed, counted and refused. */

const FIRST_MONDAY_MS = Date.parse('2026-11-30T00:00:00Z');
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;
const COFFEE = 45_000;
const TEA = 18_500;

let open: OpenShop;
let clock: SettableClock;
/** Each test has a Monday of its own: time only goes forward. */
let weeks = 0;

beforeAll(async () => {
  clock = settableClock(at('03:00'));
  open = await openShop({ clock });
});
beforeEach(() => {
  weeks += 1;
  clock.set(at('03:00'));
});
afterEach(async () => {
  clock.set(at('04:00'));
  const [, body] = await call('GET', '/v1/promotions?state=inForce');
  for (const { id } of (body as { data: { id: string }[] }).data) await end(id);
  await fresh();
});
afterAll(() => open.close());

describe('a sale', () => {
  it('without promotions says nothing of them', async () => {
    const [status, sale] = await sell({});
    expect(status).toBe(201);
    expect(JSON.stringify(sale)).not.toMatch(/promotion/i);
  });

  it('keeps what each promotion gave on which line, and prints it', async () => {
    const tea = await made({
      name: 'Teh ketiga gratis',
      offer: BUY_TWO_GET_ONE,
      skus: ['TEH-100'],
    });
    const basket = await made({
      name: 'Hemat sepuluh ribu',
      offer: { kind: 'basketAmount', off: rupiah(10_000), threshold: rupiah(80_000) },
    });
    const body = sale({
      lines: [coffee(), { sku: 'TEH-100', quantity: '3' }],
      tenders: [cash(72_000)],
    });
    const saleId = randomUUID();
    const [status, answer] = await put(saleId, body);
    expect([status, answer]).toMatchObject([
      201,
      {
        lines: [
          {
            promotions: [{ code: basket.code, name: 'Hemat sepuluh ribu', amount: rupiah(5_488) }],
            discount: rupiah(5_488),
            net: rupiah(39_512),
          },
          {
            promotions: [
              { code: tea.code, name: 'Teh ketiga gratis', amount: rupiah(TEA) },
              { code: basket.code, amount: rupiah(4_512) },
            ],
            net: rupiah(32_488),
          },
        ],
        totals: { discount: rupiah(28_500), total: rupiah(72_000) },
        exceptions: [],
      },
    ]);
    const { receipt } = answer as { receipt: unknown };
    expect(JSON.stringify(receipt)).toContain('Teh ketiga gratis');
    expect(JSON.stringify(receipt)).toContain('Hemat sepuluh ribu');
    const as = open.shop.terminalTokens[0];
    expect((await open.api.send('GET', `/v1/sales/${saleId}`, { as })).body).toMatchObject({
      lines: [{}, { promotions: [{ code: tea.code }, { code: basket.code }] }],
    });
    const kept = await open.database.prisma.saleLinePromotion.findMany({
      where: { line: { saleId } },
      orderBy: [{ line: { lineNumber: 'asc' } }, { place: 'asc' }],
    });
    expect(kept.map(({ promotionId, amount }) => [promotionId, amount])).toEqual([
      [basket.id, 5_488n],
      [tea.id, BigInt(TEA)],
      [basket.id, 4_512n],
    ]);
    const again = await put(saleId, body);
    expect(again).toEqual([200, answer]);
  });

  it('costs what the basket said before, in hours, stores and for segments alike', async () => {
    await made({
      offer: { kind: 'percent', percent: 1_000 },
      skus: ['TEH-100'],
      stores: ['JKT1'],
      hours: { weekdays: [1], from: '10:00', until: '10:30' },
    });
    expect(await basketTotal()).toBe('16650');
    expect(await sell(tea(16_650))).toMatchObject([201, { lines: [{ discount: rupiah(1_850) }] }]);
    clock.set(at('03:30'));
    expect(await basketTotal()).toBe('18500');
    expect(await sell(tea(16_650))).toMatchObject([422, { code: 'TENDERS_DO_NOT_ADD_UP' }]);
  });

  it('has the discount of its till beside the promotion, which is of what is left', async () => {
    await made({ offer: { kind: 'percent', percent: 5_000 }, skus: ['TEH-100'] });
    const lines = [{ sku: 'TEH-100', quantity: '1', discount: rupiah(500) }];
    expect(await sell({ lines, tenders: [cash(9_000)] })).toMatchObject([
      201,
      { lines: [{ discount: rupiah(9_500), promotions: [{ amount: rupiah(9_000) }] }] },
    ]);
  });

  it('is never below nothing, whatever a promotion would take off', async () => {
    await made({ offer: { kind: 'amount', off: rupiah(1_000_000) }, skus: ['TEH-100'] });
    expect(await sell(tea(0))).toMatchObject([201, { totals: { total: rupiah(0) } }]);
    await made({ code: 'DEARER', offer: { kind: 'fixedPrice', unitPrice: rupiah(99_000) } });
    expect(await sell({})).toMatchObject([201, { lines: [{ discount: rupiah(0) }] }]);
  });
});

describe('a till that says what promotions gave', () => {
  it('is taken at its word where the books say the same, in whatever order', async () => {
    const { code } = await made({ offer: TENTH, skus: ['TEH-100'] });
    expect(await sell(said(code, 1_850))).toMatchObject([201, { exceptions: [] }]);
  });

  it('is refused at an open till where they say something else', async () => {
    const { code } = await made({ offer: TENTH, skus: ['TEH-100'] });
    expect(await sell(said(code, 2_000))).toMatchObject([
      422,
      { code: 'PROMOTION_MISMATCH', param: 'lines[0].promotions' },
    ]);
    expect(await sell(said('OTHER', 1_850))).toMatchObject([422, { code: 'PROMOTION_MISMATCH' }]);
    expect(await sell(said(code, TEA + 1, 0))).toMatchObject([422, { code: 'DISCOUNT_TOO_LARGE' }]);
  });

  it('is booked as it sold when the sale has happened, and a person is told', async () => {
    const { code } = await made({ offer: TENTH, skus: ['TEH-100'] });
    const [status, answer] = await sell({ ...said('OLD', 5_000), mode: 'completed' });
    expect([status, answer]).toMatchObject([
      201,
      {
        lines: [{ promotions: [{ code: 'OLD', name: 'OLD', amount: rupiah(5_000) }] }],
        totals: { total: rupiah(13_500), rounding: rupiah(0) },
        exceptions: [
          { kind: 'promotion-mismatch', detail: expect.stringContaining('Expected 1850 IDR') },
        ],
      },
    ]);
    const { id } = answer as { id: string };
    const items = await open.database.prisma.workItem.findMany({ where: { saleId: id } });
    expect(items.map(({ kind }) => kind)).toEqual(['promotion-mismatch']);
    expect(code).not.toBe('OLD');
  });

  it('that knew no promotion is booked at the whole price that was paid', async () => {
    await made({ offer: TENTH, skus: ['TEH-100'] });
    expect(await sell({ ...tea(TEA), mode: 'completed' })).toMatchObject([
      201,
      {
        lines: [{ discount: rupiah(0) }],
        totals: { total: rupiah(TEA), rounding: rupiah(0) },
        exceptions: [{ kind: 'promotion-mismatch' }],
      },
    ]);
  });
});

describe('a promotion that ends', () => {
  it('while a basket is open is given no more, and what was sold before has it', async () => {
    const { id, code } = await made({ offer: TENTH, skus: ['TEH-100'] });
    const before = await version();
    clock.set(at('03:10'));
    await end(id);
    await fresh();
    clock.set(at('03:20'));
    expect(await sell(said(code, 1_850))).toMatchObject([422, { code: 'PROMOTION_MISMATCH' }]);
    const offline = { ...said(code, 1_850), mode: 'completed' } as const;
    expect(await sell({ ...offline, capturedAt: at('03:09') })).toMatchObject([
      201,
      { exceptions: [] },
    ]);
    const after = { ...offline, capturedAt: at('03:15') };
    expect(await sell({ ...after, priceVersion: before })).toMatchObject([201, { exceptions: [] }]);
    expect(await sell(after)).toMatchObject([
      201,
      { totals: { total: rupiah(16_650) }, exceptions: [{ kind: 'promotion-mismatch' }] },
    ]);
  });

  it('by itself is judged by the moment of the sale', async () => {
    await made({ offer: TENTH, skus: ['TEH-100'], validUntil: at('03:30') });
    clock.set(at('03:30'));
    expect(await sell(tea(16_650))).toMatchObject([422, { code: 'TENDERS_DO_NOT_ADD_UP' }]);
    const late = { mode: 'completed', capturedAt: at('03:29') } as const;
    expect(await sell({ ...tea(16_650), ...late })).toMatchObject([201, { exceptions: [] }]);
  });
});

describe('a coupon', () => {
  it('gives what it promises to whoever hands it in', async () => {
    const coupon = await made({ offer: TENTH, skus: ['TEH-100'], coupon: 'HEMAT' });
    expect(await sell(tea(TEA))).toMatchObject([201, {}]);
    expect(await sell({ ...tea(16_650), coupons: ['HEMAT'] })).toMatchObject([
      201,
      { lines: [{ promotions: [{ code: coupon.code }] }] },
    ]);
  });

  it('that nobody knows, or that does not hold, is refused, and told when it was taken', async () => {
    await made({ offer: TENTH, coupon: 'BANDUNG', stores: ['BDG1'] });
    for (const coupons of [['NONE'], ['BANDUNG']]) {
      expect(await sell({ coupons })).toMatchObject([
        422,
        { code: 'COUPON_NOT_ACCEPTED', param: 'coupons[0]' },
      ]);
      expect(await sell({ coupons, mode: 'completed' })).toMatchObject([
        201,
        { exceptions: [{ kind: 'coupon-not-accepted' }] },
      ]);
    }
  });

  it('over its limit is refused, and an offline till that took it is told', async () => {
    await made({ offer: TENTH, skus: ['TEH-100'], coupon: 'DUA', inAll: 2 });
    const withCoupon = { ...tea(16_650), coupons: ['DUA'] };
    const first = randomUUID();
    const body = sale(withCoupon);
    expect(await put(first, body)).toMatchObject([201, {}]);
    expect(await put(first, body)).toMatchObject([200, {}]);
    expect(await sell(withCoupon)).toMatchObject([201, {}]);
    expect(await sell(withCoupon)).toMatchObject([422, { code: 'PROMOTION_LIMIT_REACHED' }]);
    expect(await sell({ ...tea(TEA), coupons: ['DUA'] })).toMatchObject([
      422,
      { code: 'PROMOTION_LIMIT_REACHED', param: 'coupons[0]' },
    ]);
    expect(await sell(tea(TEA))).toMatchObject([201, {}]);
    expect(await sell({ ...withCoupon, mode: 'completed' })).toMatchObject([
      201,
      { totals: { total: rupiah(16_650) }, exceptions: [{ kind: 'promotion-limit-reached' }] },
    ]);
  });
});

describe('a limit', () => {
  it('is reached exactly when twenty sales come at once; who is refused pays the whole price', async () => {
    const { id } = await made({ offer: TENTH, skus: ['TEH-100'], perDay: 5 });
    const bodies = Array.from({ length: 20 }, () => [randomUUID(), sale(tea(16_650))] as const);
    const answers = await Promise.all(bodies.map(([saleId, body]) => put(saleId, body)));
    const statuses = answers.map(([status]) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...Array<number>(5).fill(201), ...Array<number>(15).fill(422)]);
    const refused = answers.filter(([status]) => status === 422);
    expect(
      refused.every(([, body]) =>
        ['PROMOTION_LIMIT_REACHED', 'TENDERS_DO_NOT_ADD_UP'].includes(codeOf(body)),
      ),
    ).toBe(true);
    expect(await used(id)).toEqual([[today(), 5]]);
    const again = await Promise.all(bodies.map(([saleId, body]) => put(saleId, body)));
    expect(again.filter(([status]) => status === 200)).toHaveLength(5);
    expect(await used(id)).toEqual([[today(), 5]]);
    expect(await basketTotal()).toBe('18500');
    expect(await sell(tea(TEA))).toMatchObject([201, { lines: [{ discount: rupiah(0) }] }]);
  });

  it('of a customer is one of its day, and asks for a name', async () => {
    const { id, code } = await made({ offer: TENTH, skus: ['TEH-100'], perCustomerDay: 1 });
    const { hotel, warung } = open.shop.customers;
    expect(await sell(tea(TEA))).toMatchObject([201, {}]);
    expect(await sell({ ...tea(16_650), customer: hotel.number })).toMatchObject([201, {}]);
    expect(await sell({ ...said(code, 1_850), customer: hotel.id })).toMatchObject([
      422,
      { code: 'PROMOTION_LIMIT_REACHED' },
    ]);
    expect(await sell({ ...tea(TEA), customer: hotel.number })).toMatchObject([201, {}]);
    expect(await sell({ ...tea(16_650), customer: warung.number })).toMatchObject([201, {}]);
    expect(await used(id)).toHaveLength(2);
  });
});

const TENTH = { kind: 'percent', percent: 1_000 };
const BUY_TWO_GET_ONE = { kind: 'buyGet', buy: 2, get: 1 };

/** A time of the day of the test, in UTC. */
function at(time: string): string {
  return `${today()}T${time}:00.000Z`;
}

function today(): string {
  return new Date(FIRST_MONDAY_MS + weeks * WEEK_MS).toISOString().slice(0, 10);
}

let number = 0;

/** Holds from now on; the tills' prices are looked up again. */
async function made(parts: object): Promise<Readonly<{ id: string; code: string }>> {
  number += 1;
  const body = { code: `PROMO-${number}`, name: `Promosi ${number}`, validUntil: null, ...parts };
  const [status, promotion] = await call('POST', '/v1/promotions', body);
  expect([status, promotion]).toMatchObject([201, {}]);
  await fresh();
  return promotion as { id: string; code: string };
}

async function end(id: string): Promise<void> {
  expect(await call('POST', `/v1/promotions/${id}/ending`, {})).toMatchObject([200, {}]);
}

/** A basket is priced by what was decided last; the sales after it too. */
async function fresh(): Promise<unknown> {
  const lines = [{ sku: 'TEH-100', quantity: '1' }];
  const [status, body] = await call('POST', '/v1/basket-prices', { terminal: 'JKT1-01', lines });
  expect(status).toBe(200);
  return body;
}

async function basketTotal(): Promise<string> {
  const { totals } = (await fresh()) as { totals: { total: { amount: string } } };
  return totals.total.amount;
}

async function version(): Promise<number> {
  const as = open.shop.terminalTokens[0];
  return ((await open.api.send('GET', '/v1/catalogue', { as })).body as { version: number })
    .version;
}

function cash(amount: number) {
  return { type: 'qris', amount: rupiah(amount) } as const;
}

function coffee() {
  return { sku: 'KOPI-250', quantity: '1' };
}

/** One packet of tea, for which so much was paid. */
function tea(paid: number): Partial<SaleBody> {
  const tenders = paid === 0 ? [{ type: 'cash', amount: rupiah(0) } as const] : [cash(paid)];
  return { lines: [{ sku: 'TEH-100', quantity: '1' }], tenders };
}

/** The same by a till that says what a promotion gave. */
function said(code: string, amount: number, paid = TEA - amount): Partial<SaleBody> {
  const promotions = [{ code, amount: rupiah(amount) }];
  return { ...tea(paid), lines: [{ sku: 'TEH-100', quantity: '1', promotions }] };
}

function sale(parts: Partial<SaleBody>): SaleBody {
  return aSale({
    businessDate: today(),
    capturedAt: clock.iso(),
    lines: [coffee()],
    tenders: [cash(COFFEE)],
    ...parts,
  });
}

function sell(parts: Partial<SaleBody>): Promise<Answered> {
  return put(randomUUID(), sale(parts));
}

async function put(saleId: string, body: SaleBody): Promise<Answered> {
  const as = open.shop.terminalTokens[0];
  const answer = await open.api.send('PUT', `/v1/sales/${saleId}`, { as, body });
  return [answer.status, answer.body];
}

async function used(promotionId: string): Promise<[string, number][]> {
  const rows = await open.database.prisma.promotionCount.findMany({ where: { promotionId } });
  return rows.map(({ scope, used: times }) => [scope, times]);
}

function codeOf(body: unknown): string {
  return (body as { code: string }).code;
}

function call(method: string, path: string, body?: object): Promise<Answered> {
  return office(open.api, open.shop.tokens.admin)(`${method} ${path}`, body);
}
