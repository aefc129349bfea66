import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Database } from '../../../prisma/database.js';
import { aSale, rupiah } from '../../support/a-sale.js';
import type { Received, Sent } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import type { Shop } from '../../support/shop.js';

let open: OpenShop;
let database: Database;
let shop: Shop;

beforeAll(async () => {
  open = await openShop();
  ({ database, shop } = open);
});

afterAll(() => open.close());

type Case = Readonly<{ name: string; sale: unknown; status: number; code: string; param?: string }>;

const line = { sku: 'KOPI-250', quantity: '1' };

const CASES: readonly Case[] = [
  sale('an unknown SKU', { lines: [{ ...line, sku: 'NOPE-999' }] }, [
    422,
    'SKU_UNKNOWN',
    'lines[0].sku',
  ]),
  sale('a negative quantity', { lines: [{ ...line, quantity: '-1' }] }, [
    422,
    'QUANTITY_NOT_ALLOWED',
    'lines[0].quantity',
  ]),
  sale('half a packet', { lines: [{ ...line, quantity: '0.5' }] }, [
    422,
    'QUANTITY_NOT_ALLOWED',
    'lines[0].quantity',
  ]),
  sale('four decimals of a kilogram', { lines: [{ sku: 'BERAS-KG', quantity: '0.1234' }] }, [
    422,
    'QUANTITY_TOO_PRECISE',
    'lines[0].quantity',
  ]),
  sale('a quantity that is a word', { lines: [{ ...line, quantity: 'one' }] }, [
    400,
    'FIELD_INVALID',
    'lines[0].quantity',
  ]),
  sale('a quantity that is a number', { lines: [{ ...line, quantity: 1 }] }, [
    400,
    'FIELD_INVALID',
    'lines[0].quantity',
  ]),
  sale('tenders that do not add up', { tenders: [{ type: 'cash', amount: rupiah(44_000) }] }, [
    422,
    'TENDERS_DO_NOT_ADD_UP',
    'tenders',
  ]),
  sale(
    'sen, which nobody books',
    { tenders: [{ type: 'cash', amount: { amount: '45000.00', currency: 'IDR' } }] },
    [422, 'MONEY_TOO_PRECISE', 'tenders[0].amount.amount'],
  ),
  sale(
    'an amount with an exponent',
    { tenders: [{ type: 'cash', amount: { amount: '4.5e4', currency: 'IDR' } }] },
    [400, 'FIELD_INVALID', 'tenders[0].amount.amount'],
  ),
  sale(
    'an amount of 31 digits',
    { tenders: [{ type: 'cash', amount: { amount: '9'.repeat(30), currency: 'IDR' } }] },
    [422, 'MONEY_TOO_LARGE', 'tenders[0].amount.amount'],
  ),
  sale(
    'a currency nobody knows',
    { tenders: [{ type: 'cash', amount: { amount: '1', currency: 'XXX' } }] },
    [422, 'CURRENCY_UNKNOWN', 'tenders[0].amount.currency'],
  ),
  sale(
    'another currency',
    { tenders: [{ type: 'cash', amount: { amount: '45000', currency: 'VND' } }] },
    [422, 'CURRENCY_MISMATCH', 'tenders[0].amount.currency'],
  ),
  sale('an unknown field', { colour: 'red' }, [400, 'FIELD_UNKNOWN', 'colour']),
  sale('an unknown field of a line', { lines: [{ ...line, price: '1' }] }, [
    400,
    'FIELD_UNKNOWN',
    'lines[0].price',
  ]),
  sale('a missing field', { terminal: undefined }, [400, 'FIELD_REQUIRED', 'terminal']),
  sale('a line without an item', { lines: [{ quantity: '1' }] }, [
    400,
    'FIELD_REQUIRED',
    'lines[0].sku',
  ]),
  sale('no lines', { lines: [] }, [422, 'LINES_EMPTY', 'lines']),
  sale('a day that is not there', { businessDate: '2026-02-30' }, [
    400,
    'FIELD_INVALID',
    'businessDate',
  ]),
  sale('a day that has not come', { businessDate: '2099-01-01' }, [
    422,
    'BUSINESS_DATE_IN_FUTURE',
    'businessDate',
  ]),
  sale('an instant without offset', { capturedAt: '2026-11-22T10:00:00' }, [
    400,
    'FIELD_INVALID',
    'capturedAt',
  ]),
  // In UTC these are the years 10000 and 0.
  sale('an instant beyond the books', { capturedAt: '9999-12-31T23:59:59-10:00' }, [
    400,
    'FIELD_INVALID',
    'capturedAt',
  ]),
  sale('an instant before the books', { capturedAt: '0001-01-01T00:00:00+14:00' }, [
    400,
    'FIELD_INVALID',
    'capturedAt',
  ]),
  sale('an unknown terminal', { terminal: 'NOPE-01' }, [422, 'TERMINAL_UNKNOWN', 'terminal']),
  sale('a terminal of somebody else', { terminal: 'JKT1-02' }, [
    422,
    'TERMINAL_UNKNOWN',
    'terminal',
  ]),
  sale('an unknown customer', { customer: 'C-9999' }, [422, 'CUSTOMER_UNKNOWN', 'customer']),
  sale('a debt of nobody', { tenders: [{ type: 'onAccount', amount: rupiah(45_000) }] }, [
    422,
    'CUSTOMER_REQUIRED',
    'customer',
  ]),
  sale('a price list of tomorrow', { priceVersion: 99 }, [
    422,
    'PRICE_VERSION_UNKNOWN',
    'priceVersion',
  ]),
  sale(
    'another price than the list',
    { lines: [{ ...line, unitPrice: rupiah(1) }], tenders: [{ type: 'cash', amount: rupiah(1) }] },
    [422, 'PRICE_MISMATCH', 'lines[0].unitPrice'],
  ),
  sale(
    'the barcode of another item than the SKU',
    { lines: [{ ...line, barcode: '8990000000028' }] },
    [422, 'BARCODE_MISMATCH', 'lines[0].barcode'],
  ),
  sale('a line break in a name', { cashier: 'Sari\nAdmin' }, [400, 'FIELD_INVALID', 'cashier']),
];

describe('a bad sale', () => {
  it.each(CASES)('with $name is refused with $code, changes nothing and is kept', async (bad) => {
    const saleId = randomUUID();
    const answer = await put(saleId, { body: bad.sale });
    expect([answer.status, place(answer)]).toEqual([
      bad.status,
      { code: bad.code, param: bad.param },
    ]);
    expect(await database.prisma.sale.count()).toBe(0);
    const kept = await database.prisma.quarantine.findFirst({ where: { subjectId: saleId } });
    expect(JSON.parse(Buffer.from(kept?.content ?? '').toString())).toEqual(
      JSON.parse(JSON.stringify(bad.sale)),
    );
  });

  it('counts all its faults, also those that it does not list', async () => {
    const lines = Array.from({ length: 26 }, () => ({ ...line, quantity: 1 }));
    const { body } = await put(randomUUID(), { body: { ...aSale(), lines } });
    expect(body).toMatchObject({ detail: '26 places of the request are malformed.' });
    expect((body as { errors: unknown[] }).errors).toHaveLength(20);
  });

  it('names all its faults at once', async () => {
    const { body } = await put(randomUUID(), {
      body: { ...aSale(), mode: 'maybe', colour: 'red' },
    });
    expect(body).toMatchObject({
      code: 'REQUEST_INVALID',
      errors: [
        { code: 'FIELD_INVALID', param: 'mode' },
        { code: 'FIELD_UNKNOWN', param: 'colour' },
      ],
    });
  });

  it('may hold a reference but never a card number, which is kept masked alone', async () => {
    const saleId = randomUUID();
    const tenders = [{ type: 'card', amount: rupiah(45_000), reference: '4111 1111 1111 1111' }];
    const answer = await put(saleId, { body: { ...aSale(), tenders } });
    expect([answer.status, codeOf(answer)]).toEqual([422, 'CARD_NUMBER_NOT_ALLOWED']);
    expect(await keptOf(saleId)).toContain('"reference":"**** **** **** 1111"');
  });

  it.each([
    [
      'the reference of any tender',
      { tenders: [cashWith('EDC4111111111111111')] },
      'tenders[0].reference',
    ],
    ['a name', { cashier: 'Sari 4111.1111.1111.1111' }, 'cashier'],
  ])('is refused for a card number in %s', async (_where, changes, param) => {
    const answer = await put(randomUUID(), { body: aSale(changes) });
    expect([answer.status, place(answer)]).toEqual([
      422,
      { code: 'CARD_NUMBER_NOT_ALLOWED', param },
    ]);
  });

  it('leaves no card number anywhere in the books when it has happened', async () => {
    const saleId = randomUUID();
    const card = '4111111111111111';
    const sent = {
      ...aSale({ mode: 'completed', cashier: `Sari${card}`, tenders: [cashWith(`EDC ${card}`)] }),
      customer: card,
    };
    const answer = await put(saleId, { body: sent });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      cashier: 'Sari************1111',
      tenders: [{ reference: 'EDC ************1111' }],
      exceptions: [
        { kind: 'card-number-not-allowed' },
        { kind: 'card-number-not-allowed' },
        { kind: 'customer-unknown' },
      ],
    });
    expect(JSON.stringify(answer.body)).not.toContain(card);
    const books = await database.prisma.$queryRaw<{ holds: boolean }[]>`
      SELECT bool_or(row LIKE ${`%${card}%`}) AS holds FROM (
        SELECT s::text AS row FROM sale s UNION ALL SELECT w::text FROM work_item w
        UNION ALL SELECT e::text FROM lifecycle_event e UNION ALL SELECT a::text FROM audit_row a) everything`;
    expect(books).toEqual([{ holds: false }]);
  });

  it.each([
    [
      'beside another fault of its tender',
      { type: 'card', amount: '45000', reference: '4111111111111111' },
    ],
    [
      'under a type that is none',
      { type: 'Card', amount: rupiah(45_000), reference: '4111111111111111' },
    ],
    [
      'in a field that is none',
      { type: 'card', amount: rupiah(45_000), pan: 4_111_111_111_111_111 },
    ],
  ])('has its card number masked where it is kept: %s', async (_where, tender) => {
    const [alone, amongMany] = [randomUUID(), randomUUID()];
    const lines = Array.from({ length: 25 }, () => ({ ...line, quantity: 1 }));
    await put(alone, { body: { ...aSale(), tenders: [tender] } });
    await put(amongMany, { body: { ...aSale(), tenders: [tender], lines } });
    for (const saleId of [alone, amongMany]) {
      expect(await keptOf(saleId)).toContain('************1111');
      expect(await keptOf(saleId)).not.toContain('4111111111111111');
    }
  });

  it('of a till that was offline is set aside when it contradicts itself', async () => {
    const saleId = randomUUID();
    const body = aSale({ mode: 'completed', lines: [{ sku: 'KOPI-250', quantity: '-1' }] });
    expect(codeOf(await put(saleId, { body }))).toBe('QUANTITY_NOT_ALLOWED');
    expect(await database.prisma.quarantine.count({ where: { subjectId: saleId } })).toBe(1);
  });
});

describe('what is no sale at all', () => {
  const NOT_JSON: readonly [string, string][] = [
    ['broken off', '{"terminal":"JKT1-01"'],
    ['followed by more', '{} {}'],
    ['with a name twice', '{"terminal":"A","terminal":"B"}'],
    ['with a prototype', '{"__proto__":{"admin":true}}'],
    ['nested ten thousand deep', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['with a number beyond all numbers', '{"deviceSequence":1e400}'],
    ['with NUL in a text', String.raw`{"terminal":"\u0000"}`],
    ['with half a surrogate', String.raw`{"terminal":"\ud800"}`],
    ['with a comment', '{/* x */}'],
  ];

  it.each(NOT_JSON)('is refused when it is %s', async (_name, content) => {
    const answer = await put(randomUUID(), {
      content,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'JSON_MALFORMED']);
  });

  it('names the place where reading stopped', async () => {
    const answer = await put(randomUUID(), {
      content: '{"a":1,}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.body).toMatchObject({ param: 'at 7' });
  });

  it('is refused when it is not UTF-8', async () => {
    const content = Uint8Array.from([0x7b, 0xff, 0x7d]);
    const answer = await put(randomUUID(), {
      content,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'JSON_MALFORMED']);
  });

  it('is refused when it is empty', async () => {
    const answer = await put(randomUUID(), { headers: { 'content-type': 'application/json' } });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BODY_REQUIRED']);
  });

  it.each(['text/plain', 'application/xml', 'application/json; charset=utf-16'])(
    'is refused as %s, and kept',
    async (type) => {
      const saleId = randomUUID();
      const content = JSON.stringify({ saleId });
      const answer = await put(saleId, { content, headers: { 'content-type': type } });
      expect([answer.status, codeOf(answer)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      const kept = await database.prisma.quarantine.findFirst({ where: { subjectId: saleId } });
      expect(kept).toMatchObject({ contentType: type });
    },
  );

  it('is refused when it is compressed, and kept as it came', async () => {
    const saleId = randomUUID();
    const content = new Uint8Array(gzipSync(JSON.stringify({ saleId })));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect((await put(saleId, { content, headers })).status).toBe(415);
    const kept = await database.prisma.quarantine.findFirst({ where: { subjectId: saleId } });
    expect(kept?.content).toEqual(content);
  });

  it('is refused when it has ten megabytes; its beginning is kept', async () => {
    const saleId = randomUUID();
    const content = `{"terminal":"${'x'.repeat(10 * 1024 * 1024)}"}`;
    const answer = await put(saleId, { content, headers: { 'content-type': 'application/json' } });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const kept = await database.prisma.quarantine.findFirst({ where: { subjectId: saleId } });
    expect(kept?.content.length).toBeLessThanOrEqual(256 * 1024);
    expect(Buffer.from(kept?.content ?? '').toString()).toMatch(/^\{"terminal":"xxx/);
  });

  it('is kept when its id is no id either and holds what the books cannot', async () => {
    const content = JSON.stringify({ cashier: randomUUID() });
    const headers = { 'content-type': 'application/json' };
    await open.api.send('PUT', '/v1/sales/forty%00two', {
      as: shop.terminalTokens[0],
      content,
      headers,
    });
    const kept = await database.prisma.quarantine.findFirst({ where: { subjectId: 'forty?two' } });
    expect(Buffer.from(kept?.content ?? '').toString()).toBe(content);
  });

  it('is refused when its id is no id', async () => {
    const answer = await open.api.send('PUT', '/v1/sales/42', {
      as: shop.terminalTokens[0],
      body: aSale(),
    });
    expect([answer.status, place(answer)]).toEqual([
      400,
      { code: 'FIELD_INVALID', param: 'saleId' },
    ]);
  });
});

function sale(name: string, changes: object, expected: readonly [number, string, string]): Case {
  const [status, code, param] = expected;
  return { name, sale: { ...aSale(), ...changes }, status, code, param };
}

function put(saleId: string, sent: Sent): Promise<Received> {
  return open.api.send('PUT', `/v1/sales/${saleId}`, { as: shop.terminalTokens[0], ...sent });
}

async function keptOf(saleId: string): Promise<string> {
  const kept = await database.prisma.quarantine.findFirstOrThrow({ where: { subjectId: saleId } });
  return Buffer.from(kept.content).toString();
}

function place({ body }: Received): unknown {
  const { code, param } = body as { code: string; param?: string };
  return { code, param };
}

function cashWith(reference: string) {
  return { type: 'cash', amount: rupiah(45_000), reference } as const;
}

function codeOf({ body }: Received): unknown {
  return (body as { code?: unknown }).code;
}
