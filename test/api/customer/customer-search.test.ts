import { API_LIMITS } from '../../../api/limits.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import type { TestApi } from '../../support/api-client.js';

let world: OwingShop;
let api: TestApi;

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
  const { warung, hotel } = world.shop.customers;
  await world.change(async (tx) => {
    await tx.customer.update({ where: { id: warung.id }, data: { phone: '+6281255500071' } });
    await tx.customer.update({
      where: { id: hotel.id },
      data: { name: String.raw`100% Hotel_Bahari \ Raya`, active: true },
    });
  });
});
afterAll(async () => {
  await api.close();
  await world.close();
});

describe('a search for customers', () => {
  it.each([
    ['sari war', ['C-0001']],
    ['c-000', ['C-0002', 'C-0003', 'C-0001']],
    ['0812-5550-0071', ['C-0001']],
    ['+62 812 5550 0071', ['C-0001']],
    ['(812) 5550 0071', ['C-0001']],
    ['5500071', ['C-0001']],
    ['100%', ['C-0002']],
    ['%', ['C-0002']],
    ['_', ['C-0002']],
    ['\\', ['C-0002']],
    ['hotel_bahari', ['C-0002']],
    ['hotel%bahari', []],
    ['CV Toko', ['C-0003']],
    ["'; DROP TABLE customer; --", []],
    ['nobody', []],
  ])('for %s finds %p', async (q, numbers) => {
    expect(await found(q, world.shop.tokens.arClerk)).toEqual(numbers);
    if (q.length < 3) return;
    expect(await found(q, world.shop.terminalTokens[0])).toEqual(numbers);
  });

  it('goes page by page', async () => {
    const path = '/v1/customers?q=c-000&limit=2';
    const first = await read(path, world.shop.terminalTokens[0]);
    const next = await read(`${path}&cursor=${first.nextCursor}`, world.shop.terminalTokens[0]);
    expect([first.data.length, next.data.length, next.nextCursor]).toEqual([2, 1, null]);
  });

  it('uses the index', async () => {
    const plan = await world.change(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<Record<string, string>[]>`
        EXPLAIN SELECT c.id FROM customer c
        WHERE (c.number || E'\n' || c.name || E'\n' || c.legal_name || E'\n' || coalesce(c.phone, '')) ILIKE '%sari%'`;
    });
    expect(JSON.stringify(plan)).toContain('customer_search');
  });
});

describe('whoever sells', () => {
  it('learns what may be sold on account and why not, and nothing else', async () => {
    const { data } = await read('/v1/customers?q=c-000', world.shop.terminalTokens[2]);
    expect(data.at(-1)).toEqual({
      id: world.shop.customers.warung.id,
      number: 'C-0001',
      name: 'Warung Sari',
      segment: expect.any(String),
      phoneEnding: '071',
      onAccount: { available: { amount: '10000000', currency: 'IDR' }, reasons: [] },
    });
    expect(data.find(({ number }) => number === 'C-0003')).toMatchObject({
      onAccount: {
        available: { amount: '0', currency: 'IDR' },
        reasons: [{ code: 'CUSTOMER_BLOCKED', words: { id: expect.any(String) as string } }],
      },
    });
  });

  it('has less left when the customer owes', async () => {
    await world.sell('C-0002', 2);
    const { data } = await read('/v1/customers?q=bahari', world.shop.terminalTokens[0]);
    expect(data).toMatchObject([{ onAccount: { available: { amount: '999910000' } } }]);
  });

  it('sees short pages, and not the whole list by search after search', async () => {
    let nowMs = Date.now();
    const limits = { ...API_LIMITS, customersShownAtOnce: 2, customersShownPerHour: 3 };
    const till = await world.api({ limits, realTimeMs: () => nowMs });
    const [as, other] = world.shop.terminalTokens;
    const search = (who: string, rest = '') =>
      till.send('GET', `/v1/customers?q=c-000&limit=50${rest}`, { as: who });
    const first = await search(as);
    const { data, nextCursor } = first.body as Listed;
    expect([first.status, data.length]).toEqual([200, 2]);
    expect((await search(as, `&cursor=${nextCursor}`)).status).toBe(200);
    const refused = await search(as);
    expect([refused.status, refused.body]).toMatchObject([429, { code: 'RATE_LIMITED' }]);
    expect((await search(other)).status).toBe(200);
    expect((await search(world.shop.tokens.arClerk)).status).toBe(200);
    nowMs += 3_600_000;
    expect((await search(as)).status).toBe(200);
    await till.close();
  });

  it('does not find a customer that is disabled', async () => {
    await world.change((tx) =>
      tx.customer.update({ where: { number: 'C-0003' }, data: { active: false } }),
    );
    expect(await found('senyap', world.shop.tokens.cashier)).toEqual([]);
    expect(await found('senyap', world.shop.tokens.arClerk)).toEqual(['C-0003']);
  });

  it.each([
    ['', 'FIELD_REQUIRED', 'q'],
    ['?q=%20', 'FIELD_REQUIRED', 'q'],
    ['?q=0', 'FIELD_REQUIRED', 'q'],
    ['?q=-%20--%20C-', 'FIELD_REQUIRED', 'q'],
    ['?q=sari&riskBand=high', 'FIELD_UNKNOWN', 'riskBand'],
    ['?q=sari&segment=wholesale', 'FIELD_UNKNOWN', 'segment'],
  ])('does not browse: %s', async (query, code, param) => {
    const as = world.shop.terminalTokens[0];
    const answer = await api.send('GET', `/v1/customers${query}`, { as });
    expect([answer.status, answer.body]).toMatchObject([400, { code, param }]);
  });
});

type Listed = Readonly<{ data: { number: string }[]; nextCursor: string | null }>;

async function read(path: string, as: string): Promise<Listed> {
  const answer = await api.send('GET', path, { as });
  expect([answer.status, answer.body]).toMatchObject([200, {}]);
  return answer.body as Listed;
}

async function found(q: string, as: string): Promise<string[]> {
  const { data } = await read(`/v1/customers?q=${encodeURIComponent(q)}`, as);
  return data.map(({ number }) => number);
}
