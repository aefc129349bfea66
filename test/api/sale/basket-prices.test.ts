import { rupiah } from '../../support/a-sale.js';
import { office, type Answered } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

/** What a basket costs and why, with promotions that are tried on it. */

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});
afterAll(() => open.close());

const TEA = 18_500;
const LINES = [
  { sku: 'KOPI-250', quantity: '1' },
  { sku: 'TEH-100', quantity: '3' },
];
const THIRD_TEA = {
  code: 'TEH-3',
  offer: { kind: 'buyGet', buy: 2, get: 1 },
  skus: ['TEH-100'],
};

describe('a basket', () => {
  it('costs what a sale of it would, and says which list and change each price is from', async () => {
    expect(await priced({})).toMatchObject([
      200,
      {
        lines: [
          {
            number: 1,
            sku: 'KOPI-250',
            unitPrice: rupiah(45_000),
            priceList: null,
            promotions: [],
          },
          {
            number: 2,
            sku: 'TEH-100',
            gross: rupiah(3 * TEA),
            priceVersion: 1,
            discount: rupiah(0),
          },
        ],
        promotions: [],
        totals: { gross: rupiah(100_500), total: rupiah(100_500) },
      },
    ]);
  });

  it('shows what promotions give on each line, before its tax', async () => {
    const basket = {
      code: 'HEMAT',
      offer: { kind: 'basketAmount', off: rupiah(10_000), threshold: rupiah(80_000) },
      coupon: 'HEMAT10',
    };
    const promotions = [THIRD_TEA, basket];
    expect(await priced({ promotions, coupons: ['HEMAT10'] })).toMatchObject([
      200,
      {
        lines: [
          {
            promotions: [{ code: 'HEMAT', amount: rupiah(5_488) }],
            net: rupiah(39_512),
            tax: expect.anything(),
          },
          {
            promotions: [
              { code: 'TEH-3', amount: rupiah(TEA) },
              { code: 'HEMAT', amount: rupiah(4_512) },
            ],
            discount: rupiah(23_012),
            net: rupiah(32_488),
          },
        ],
        promotions: [
          { code: 'TEH-3', outcome: 'given', amount: rupiah(TEA) },
          { code: 'HEMAT', outcome: 'given', amount: rupiah(10_000) },
        ],
        totals: { discount: rupiah(28_500), net: rupiah(72_000), total: rupiah(72_000) },
      },
    ]);
  });

  it('says why a promotion gave nothing', async () => {
    const tenth = (code: string, changes: object) => ({
      code,
      offer: { kind: 'percent', percent: 1_000 },
      skus: ['TEH-100'],
      ...changes,
    });
    const promotions = [
      THIRD_TEA,
      tenth('PAST', { validUntil: '2020-01-01' }),
      tenth('NIGHT', { hours: { weekdays: [], from: '22:00', until: '04:00' } }),
      tenth('STORE', { stores: ['NONE'] }),
      tenth('SEGMENT', { segments: ['none'] }),
      tenth('COUPON', { coupon: 'X' }),
      tenth('NAMED', { perCustomerDay: 1 }),
      tenth('LIMIT', { perDay: 5, usedToday: { byAll: 5 } }),
      tenth('GOODS', { skus: ['OTHER'] }),
      tenth('LESS', {}),
    ];
    const [, body] = await priced({ at: '2026-11-25T12:00:00+07:00', promotions });
    const { promotions: outcomes } = body as { promotions: { code: string; outcome: string }[] };
    expect(Object.fromEntries(outcomes.map(({ code, outcome }) => [code, outcome]))).toEqual({
      'TEH-3': 'given',
      PAST: 'notNow',
      NIGHT: 'notNow',
      STORE: 'otherStore',
      SEGMENT: 'otherSegment',
      COUPON: 'couponMissing',
      NAMED: 'customerMissing',
      LIMIT: 'limitReached',
      GOODS: 'goodsMissing',
      LESS: 'outdone',
    });
  });

  it('has a day of a promotion begin at midnight of the till', async () => {
    const offer = { kind: 'percent', percent: 1_000 };
    const promotions = [{ code: 'DAY', offer, validFrom: '2026-11-25', validUntil: '2026-11-26' }];
    const outcomeAt = async (at: string): Promise<unknown> => priced({ at, promotions });
    const given = [200, { promotions: [{ outcome: 'given' }] }];
    const notNow = [200, { promotions: [{ outcome: 'notNow' }] }];
    expect(await outcomeAt('2026-11-24T16:59:59Z')).toMatchObject(notNow);
    expect(await outcomeAt('2026-11-24T17:00:00Z')).toMatchObject(given);
    expect(await outcomeAt('2026-11-25T16:59:59Z')).toMatchObject(given);
    expect(await outcomeAt('2026-11-25T17:00:00Z')).toMatchObject(notNow);
  });

  it('refuses what is no promotion', async () => {
    const off = (amount: object) => [{ code: 'A', offer: { kind: 'amount', off: amount } }];
    expect(await priced({ promotions: [THIRD_TEA, THIRD_TEA] })).toMatchObject([
      409,
      { code: 'CODE_TAKEN', param: 'promotions[1].code' },
    ]);
    expect(await priced({ promotions: off(rupiah(0)) })).toMatchObject([
      422,
      { code: 'OFFER_NOT_POSITIVE', param: 'promotions[0].offer.off.amount' },
    ]);
    expect(await priced({ promotions: off({ amount: '1.00', currency: 'SGD' }) })).toMatchObject([
      422,
      { code: 'CURRENCY_MISMATCH', param: 'promotions[0].offer.off.currency' },
    ]);
    expect(await priced({ customer: 'NOBODY' })).toMatchObject([422, { code: 'CUSTOMER_UNKNOWN' }]);
    expect(await priced({ lines: [{ sku: 'NONE', quantity: '1' }] })).toMatchObject([
      422,
      { code: 'SKU_UNKNOWN' },
    ]);
  });

  it('is not priced at the till of another', async () => {
    const { status, body } = await open.api.send('POST', '/v1/basket-prices', {
      as: open.shop.terminalTokens[0],
      body: { terminal: 'BDG1-01', lines: LINES },
    });
    expect([status, body]).toMatchObject([422, { code: 'TERMINAL_UNKNOWN' }]);
  });
});

function priced(body: object): Promise<Answered> {
  const call = office(open.api, open.shop.tokens.admin);
  return call('POST /v1/basket-prices', { terminal: 'JKT1-01', lines: LINES, ...body });
}
