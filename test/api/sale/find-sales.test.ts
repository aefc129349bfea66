import { randomUUID } from 'node:crypto';
import { aSale, aSaleOnAccount, rupiah } from '../../support/a-sale.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

let open: OpenShop;
let cash: Sold;
let card: Sold;
let elsewhere: Sold;
let onAccount: Sold;
let day: string;

type Sold = Readonly<{ id: string; number: string; due: string }>;

/** Two tills of Jakarta and one of Bandung have sold. */
beforeAll(async () => {
  open = await openShop();
  const gift = { lines: [{ sku: 'JASA-KADO', quantity: '1' }] };
  cash = await sell(0, aSale());
  card = await sell(1, {
    ...aSale({
      terminal: 'JKT1-02',
      lines: [{ sku: 'JASA-KADO', quantity: '2' }],
      tenders: [{ type: 'card', amount: rupiah(20_000), reference: 'EDC ****1234 appr 998877' }],
    }),
  });
  elsewhere = await sell(2, {
    ...aSale({
      terminal: 'BDG1-01',
      ...gift,
      tenders: [{ type: 'card', amount: rupiah(10_000), reference: '00451234' }],
    }),
  });
  onAccount = await sell(
    0,
    aSaleOnAccount('C-0001', {
      deviceSequence: 2,
      ...gift,
      tenders: [{ type: 'onAccount', amount: rupiah(10_000) }],
    }),
  );
  const { businessDate } = await open.database.prisma.sale.findFirstOrThrow();
  day = businessDate.toISOString().slice(0, 10);
});
afterAll(() => open.close());

describe('a sale is found', () => {
  it('by its receipt, its code or its id from any till of the chain, with what a return needs', async () => {
    const byNumber = await find(`receipt=${encodeURIComponent(card.number)}`, 2);
    for (const receipt of [`urn:uuid:${card.id}`, card.id, card.id.toUpperCase()]) {
      expect(await find(`receipt=${encodeURIComponent(receipt)}`, 2)).toEqual(byNumber);
    }
    expect(byNumber).toEqual([
      {
        id: card.id,
        number: card.number,
        businessDate: day,
        capturedAt: expect.any(String) as string,
        store: { code: 'JKT1', name: expect.any(String) as string },
        terminal: 'JKT1-02',
        due: rupiah(20_000),
        tenders: [{ type: 'card', amount: rupiah(20_000), cardLast4: '1234' }],
        customer: null,
        lines: [
          {
            number: 1,
            sku: 'JASA-KADO',
            name: expect.any(String) as string,
            unit: expect.any(String) as string,
            quantity: '2',
            returned: '0',
            total: rupiah(20_000),
          },
        ],
      },
    ]);
  });

  it.each([
    ['card', () => `day=${day}&cardLast4=1234`, () => [card, elsewhere]],
    ['another card', () => `day=${day}&cardLast4=9988`, () => []],
    ['amount', () => `day=${day}&amount=10000`, () => [elsewhere, onAccount]],
    ['amount and card', () => `day=${day}&amount=10000&cardLast4=1234`, () => [elsewhere]],
    ['customer', () => `day=${day}&customer=C-0001`, () => [onAccount]],
    ['customer by id', () => `day=${day}&customer=${customerId()}`, () => [onAccount]],
    ['nobody', () => `day=${day}&customer=NONE`, () => []],
    ['another day', () => 'day=2020-01-01&amount=10000', () => []],
  ])('by day and %s from any till', async (_what, query, sold) => {
    expect(await ids(query(), 2)).toEqual(
      sold()
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('by people of finance by anything, page by page', async () => {
    const as = open.shop.tokens.arClerk;
    expect(await ids('cardLast4=1234', as)).toEqual([card.id, elsewhere.id].toSorted());
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(`limit=3${cursor}`, as);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(seen.toSorted()).toEqual(
      [cash, card, elsewhere, onAccount].map(({ id }) => id).toSorted(),
    );
  });
});

describe('sales of several days or one store', () => {
  it('are found by people of finance', async () => {
    const as = open.shop.tokens.arClerk;
    const all = [cash, card, elsewhere, onAccount].map(({ id }) => id).toSorted();
    expect(await ids(`day=${day}&until=${day}`, as)).toEqual(all);
    expect(await ids(`day=2020-01-01&until=${day}`, as)).toEqual(all);
    expect(await ids(`until=${day}`, as)).toEqual(all);
    expect(await ids('day=2020-01-01&until=2020-12-31', as)).toEqual([]);
    expect(await ids('until=2020-12-31', as)).toEqual([]);
    expect(await ids(`day=${day}&store=BDG1`, as)).toEqual([elsewhere.id]);
    expect(await ids('store=NONE', as)).toEqual([]);
  });

  it('show a till those of its own store alone, whatever else it names', async () => {
    expect(await ids(`day=${day}&until=${day}&amount=10000`, 2)).toEqual([elsewhere.id]);
    expect(await ids('store=BDG1', 0)).toEqual([]);
  });
});

describe('a till', () => {
  it('that names less than a receipt says sees its own store alone', async () => {
    const own = [cash, card, onAccount].map(({ id }) => id).toSorted();
    expect(await ids('', 0)).toEqual(own);
    expect(await ids(`day=${day}`, 1)).toEqual(own);
    expect(await ids('cardLast4=1234', 0)).toEqual([card.id]);
    expect(await ids('', 2)).toEqual([elsewhere.id]);
    expect(await ids(`day=${day}`, open.shop.tokens.cashier)).toEqual(own);
  });

  it('still reads no sale of another store by its address', async () => {
    const answer = await open.api.send('GET', `/v1/sales/${card.id}`, {
      as: open.shop.terminalTokens[2],
    });
    expect(answer.status).toBe(404);
  });
});

describe('a search for sales', () => {
  it.each([
    ['integration', '', 'FIELD_REQUIRED', 'receipt'],
    ['integration', 'day=2026-01-01', 'FIELD_REQUIRED', 'receipt'],
    ['arClerk', 'cardLast4=123', 'FIELD_INVALID', 'cardLast4'],
    ['arClerk', 'amount=1e3', 'FIELD_INVALID', 'amount'],
    ['arClerk', 'day=2026-02-30', 'FIELD_INVALID', 'day'],
    ['arClerk', 'limit=101', 'FIELD_INVALID', 'limit'],
    ['arClerk', 'receipt=%25', 'FIELD_INVALID', 'receipt'],
    [
      'arClerk',
      'cursor=WyIyMDI2LTAyLTMwIiwiMDE5YWIzYzQtNWQ2ZS03ZjgwLTlhMWItMmMzZDRlNWY2YTdiIl0',
      'CURSOR_INVALID',
      'cursor',
    ],
  ] as const)('of %s with %s is refused', async (...asked) => {
    const [role, query, code, param] = asked;
    const answer = await open.api.send('GET', `/v1/sales?${query}`, { as: open.shop.tokens[role] });
    expect([answer.status, answer.body]).toMatchObject([400, { code, param }]);
  });

  it('refuses an amount that the currency does not have', async () => {
    const as = open.shop.tokens.arClerk;
    const answer = await open.api.send('GET', '/v1/sales?amount=1.5', { as });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'MONEY_TOO_PRECISE' }]);
  });

  it.each([
    [
      'sale_tender_card_ending',
      "SELECT t.sale_id FROM sale_tender t WHERE t.type = 'card' AND coalesce(substring(t.reference from '[*xX.]{2}[ -]*([0-9]{4})'), right(t.reference, 4)) = '1234'",
    ],
    ['sale_due_amount', 'SELECT s.id FROM sale s WHERE s.total_amount - s.rounding_amount = 5'],
    [
      'sale_business_date_id_idx',
      "SELECT s.id FROM sale s WHERE (s.business_date, s.id) < ('2026-01-01', '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b') ORDER BY s.business_date DESC, s.id DESC LIMIT 5",
    ],
  ])('uses the index %s', async (index, sql) => {
    const plan = await open.database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRawUnsafe(`EXPLAIN ${sql}`);
    });
    expect(JSON.stringify(plan)).toContain(index);
  });
});

type Listed = Readonly<{ data: readonly { id: string }[]; nextCursor: string | null }>;

async function list(query: string, as: number | string): Promise<Listed> {
  const token = typeof as === 'number' ? open.shop.terminalTokens[as] : as;
  const answer = await open.api.send('GET', `/v1/sales?${query}`, { as: token });
  expect([answer.status, answer.body]).toMatchObject([200, {}]);
  return answer.body as Listed;
}

async function find(query: string, as: number | string) {
  return (await list(query, as)).data;
}

async function ids(query: string, as: number | string): Promise<string[]> {
  return (await find(query, as)).map(({ id }) => id).toSorted();
}

function customerId(): string {
  return open.shop.customers.warung.id;
}

async function sell(till: number, body: object): Promise<Sold> {
  const id = randomUUID();
  const answer = await open.api.send('PUT', `/v1/sales/${id}`, {
    as: open.shop.terminalTokens[till],
    body,
  });
  expect([answer.status, answer.body]).toMatchObject([201, {}]);
  const { number, totals } = answer.body as { number: string; totals: { due: { amount: string } } };
  return { id, number, due: totals.due.amount };
}
