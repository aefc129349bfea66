import type { TestApi } from '../../support/api-client.js';
import { lastChange, office, type Office } from '../../support/office.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';

/** In July 2026. */
let world: OwingShop;
let api: TestApi;
let admin: Office;

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
  admin = office(api, world.shop.tokens.admin);
});
afterAll(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

describe('a number series', () => {
  it('begins with the form and number that were set before its first use, without gaps', async () => {
    expect(await admin('GET /v1/number-series')).toEqual([200, { data: [] }]);
    await admin('PUT /v1/number-series/invoice/2026', { prefix: 'FKT/AB/2026' });
    const set = { prefix: 'FKT/NSA/2026', firstNumber: 1_001 };
    const expected = { kind: 'invoice', year: 2026, ...set, lastNumber: null };
    expect(await admin('PUT /v1/number-series/invoice/2026', set)).toEqual([200, expected]);
    const { id } = await world.database.prisma.numberSeries.findFirstOrThrow();
    expect(await lastChange(world.database, 'number_series', id)).toMatchObject({
      before: { prefix: 'FKT/AB/2026', first_number: 1 },
      after: { prefix: 'FKT/NSA/2026', first_number: 1_001 },
    });
    const sold = [await world.sell('C-0001'), await world.sell('C-0001')];
    expect(sold.map(({ number }) => number)).toEqual([
      expect.stringMatching(/^FKT\/NSA\/2026\/001001-\d$/),
      expect.stringMatching(/^FKT\/NSA\/2026\/001002-\d$/),
    ]);
    expect(await admin('PUT /v1/number-series/invoice/2026', set)).toMatchObject([
      409,
      { code: 'NUMBER_SERIES_IN_USE' },
    ]);
    expect(await admin('GET /v1/number-series')).toEqual([
      200,
      { data: [{ ...expected, lastNumber: 1_002 }] },
    ]);
  });

  it.each([
    ['invoice/2027', { prefix: 'FKT/NSA/2026' }, 422, 'NUMBER_PREFIX_OF_OTHER_YEAR'],
    ['credit-note/2026', { prefix: 'FKT/NSA/2026' }, 409, 'NUMBER_PREFIX_TAKEN'],
    ['credit-note/2026', { prefix: 'fkt' }, 400, 'FIELD_INVALID'],
    ['credit-note/2026', { prefix: 'CN/NSA/2026', firstNumber: 0 }, 400, 'FIELD_INVALID'],
    ['receipt/2026', { prefix: 'FKT/NSA/2026' }, 400, 'FIELD_INVALID'],
  ] as const)('%s is refused %p', async (series, body, ...expected) => {
    const [status, code] = expected;
    const answer = await admin(`PUT /v1/number-series/${series}`, body);
    expect(answer).toMatchObject([status, { code }]);
  });
});

it('the chart of accounts says which accounts are used', async () => {
  await world.sell('C-0001');
  const [, body] = await admin('GET /v1/accounts');
  const { data } = body as { data: { role: string; code: string; used: boolean }[] };
  const of = (role: string) => data.find((account) => account.role === role);
  expect(of('receivables')).toMatchObject({ code: '1210', used: true });
  expect(of('commission')).toMatchObject({ code: '6210', used: false });
});
