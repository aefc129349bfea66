import { jakartaDay } from '../../support/a-sale.js';
import { randomUUID } from 'node:crypto';
import { beginCompany } from '../../../activities/company/begin-company.js';
import { makeFirstAdministrator } from '../../../activities/people/first-administrator.js';
import { openDatabase, type Database } from '../../../prisma/database.js';
import { startApi, type Received, type TestApi } from '../../support/api-client.js';
import { verifyAfterEach } from '../../support/books.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { PATIENT } from '../../support/patient.js';
import { testContext } from '../../support/shop.js';

/** From empty books to the first sale by calls alone. */

let books: TestDatabase;
let database: Database;
let api: TestApi;
let admin: string;

beforeAll(async () => {
  books = await createTestDatabase();
  database = openDatabase({ url: books.url, poolSize: 8, waits: PATIENT });
  api = await startApi(database);
  const person = { email: 'admin@example.test', name: 'Administrator' };
  ({ token: admin } = await makeFirstAdministrator(database, testContext(), person));
});
afterAll(async () => {
  await api.close();
  await database.close();
  await books.drop();
});
verifyAfterEach(() => ({ database }));

const COMPANY = {
  name: 'Toko Contoh',
  code: 'TCO',
  legalName: 'PT Toko Contoh Sejahtera',
  address: 'Jl. Contoh 1, Bandung 40111',
  taxNumber: '01.234.567.8-901.000',
  bankAccount: { bankName: 'Bank Nusa Contoh', number: '8880001234', name: 'Operasional' },
};
const STORE = { code: 'BDG1', name: 'Dago', address: 'Jl. Contoh 2', phone: '022-000111' };
const COFFEE = {
  sku: 'KOPI-001',
  name: 'Kopi bubuk 250 g',
  category: 'coffee',
  taxCode: 'PPN',
  barcodes: ['8990000000013'],
  unitPrice: { amount: '29000', currency: 'IDR' },
};

describe('a company of your own', () => {
  it('lacks everything at first, and says which call comes first', async () => {
    const { readyFor, steps } = await setup();
    expect(readyFor).toEqual([]);
    expect(steps[0]).toEqual({
      step: 'company',
      neededFor: 'sale',
      done: false,
      words: {
        id: 'Perusahaan dengan NPWP, alamat dan rekening bank',
        en: 'The company with tax number, address and bank account',
      },
      call: 'POST /v1/company',
    });
  });

  it('has no second first administrator', async () => {
    const person = { email: 'other@example.test', name: 'Other' };
    await expect(makeFirstAdministrator(database, testContext(), person)).rejects.toMatchObject({
      code: 'PEOPLE_EXIST',
    });
  });

  it('has no store before it is there itself', async () => {
    expect(await post('/v1/stores', STORE)).toMatchObject([409, { code: 'COMPANY_MISSING' }]);
    expect(await post('/v1/items', COFFEE)).toMatchObject([409, { code: 'COMPANY_MISSING' }]);
  });

  it.each([
    [{ taxNumber: '123' }, 'TAX_NUMBER_MALFORMED', 'taxNumber'],
    [{ timeZone: 'Asia/Bandung' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
    [{ timeZone: '+07:00' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
    [{ timeZone: '-23:00' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
    [{ country: 'SG' }, 'COUNTRY_UNSUPPORTED', 'country'],
    [{ currency: 'XXX' }, 'CURRENCY_UNKNOWN', 'currency'],
  ])('is refused with %p', async (change, code, param) => {
    const answer = await post('/v1/company', { ...COMPANY, ...change });
    expect(answer).toMatchObject([422, { code, param }]);
  });

  it('begins with the month that it is in its own zone', async () => {
    const ctx = testContext('2026-11-30T18:00:00Z');
    const zone = { country: 'ID', currency: 'IDR', timeZone: 'Asia/Jakarta', language: 'id' };
    const begun = database.transaction(ctx, async (tx) => {
      const { booksFrom } = await beginCompany(tx, ctx, {
        ...COMPANY,
        ...zone,
        booksFrom: undefined,
      });
      throw new Error(`begun on ${booksFrom.toString()}, and taken back`);
    });
    await expect(begun).rejects.toThrow('begun on 2026-12-01');
  });

  it('begins once, also when two people begin it at the same moment', async () => {
    const answers = await Promise.all([1, 2].map(() => post('/v1/company', COMPANY)));
    expect(new Set(answers.map(([status]) => status))).toEqual(new Set([201, 409]));
    const made = answers.find(([status]) => status === 201)?.[1];
    expect(made).toMatchObject({ taxNumber: '0012345678901000', currency: 'IDR' });
  });

  it('goes from there to its first sale by seven calls', async () => {
    expect((await post('/v1/stores', { ...STORE, cashRoundingStep: rupiah('100') }))[0]).toBe(201);
    const printer = { code: 'BDG1-PRN', store: 'BDG1', host: '127.0.0.1' };
    expect((await post('/v1/printers', printer))[0]).toBe(201);
    const terminal = { code: 'BDG1-01', name: 'Kasir 1', store: 'BDG1', printer: 'BDG1-PRN' };
    const [, till] = await post<{ id: string }>('/v1/terminals', terminal);
    expect((await post('/v1/items', COFFEE))[0]).toBe(201);
    const stock = {
      kind: 'opening',
      location: 'BDG1-FLOOR',
      lines: [{ sku: 'KOPI-001', quantity: '40', cost: rupiah('720000') }],
    };
    expect((await post('/v1/stock-receipts', stock))[0]).toBe(201);
    expect((await setup()).readyFor).toEqual([]);

    const { token } = await enrolled(till.id);
    expect((await setup()).readyFor).toEqual(['sale', 'receipt', 'invoice', 'letter']);
    for (const type of ['voucher', 'storeCredit']) {
      const unpaid = await sell(token, { type, reference: 'MADE-UP' });
      expect([unpaid.status, unpaid.body]).toMatchObject([422, { code: 'TENDER_LIMIT_EXCEEDED' }]);
    }
    const sold = await sell(token);
    expect([sold.status, sold.body]).toMatchObject([201, { number: expect.any(String) as string }]);
    const catalogue = await api.send('GET', '/v1/catalogue', { as: token });
    expect(catalogue.body).toMatchObject({ version: 2, items: [{ sku: 'KOPI-001' }] });
  });

  it('ends the key of a till that enrols anew, and takes each code once', async () => {
    const till = await tillOf('BDG1-01');
    const first = await enrolled(till);
    const [, { code }] = await post<{ code: string }>(
      `/v1/terminals/${till}/enrolment-codes`,
      undefined,
    );
    const both = await Promise.all([handIn(code), handIn(code.toLowerCase().replaceAll('-', ' '))]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 422]));
    expect((await handIn(code)).body).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
    expect((await sell(first.token)).status).toBe(401);
  });

  it('ends a code when another is made, and tells it only once', async () => {
    const till = await tillOf('BDG1-01');
    const key = randomUUID();
    const path = `/v1/terminals/${till}/enrolment-codes`;
    const [, old] = await post<{ code: string }>(path, undefined);
    const [, told] = await post<{ code: string }>(path, undefined, key);
    const [, replayed] = await post<{ code: string | null }>(path, undefined, key);
    expect([told.code, replayed.code]).toEqual([expect.any(String), null]);
    expect((await handIn(old.code)).body).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
    expect((await handIn(told.code)).status).toBe(201);
  });

  it.each([
    ['/v1/stores', STORE, { code: 'CODE_TAKEN', param: 'code' }],
    [
      '/v1/terminals',
      { code: 'X-1', name: 'x', store: 'NONE' },
      { code: 'STORE_UNKNOWN', param: 'store' },
    ],
    [
      '/v1/terminals',
      { code: 'X-1', name: 'x', store: 'BDG1', printer: 'NONE' },
      { code: 'PRINTER_UNKNOWN', param: 'printer' },
    ],
    [
      '/v1/terminals',
      { code: 'BDG1-01', name: 'x', store: 'BDG1' },
      { code: 'CODE_TAKEN', param: 'code' },
    ],
    [
      '/v1/printers',
      { code: 'BDG1-PRN', store: 'BDG1', host: '10.0.0.9' },
      { code: 'CODE_TAKEN', param: 'code' },
    ],
    ['/v1/items', COFFEE, { code: 'SKU_TAKEN', param: 'sku' }],
    ['/v1/items', { ...COFFEE, sku: 'B' }, { code: 'BARCODE_TAKEN', param: 'barcodes' }],
    [
      '/v1/items',
      { ...COFFEE, sku: 'B', barcodes: ['8990000000010'] },
      { code: 'BARCODE_MALFORMED', param: 'barcodes[0]' },
    ],
    [
      '/v1/items',
      { ...COFFEE, sku: 'B', barcodes: [], taxCode: 'VAT' },
      { code: 'TAX_CODE_UNKNOWN', param: 'taxCode' },
    ],
    [
      '/v1/items',
      { ...COFFEE, sku: 'B', barcodes: [], quantityStep: '0.3' },
      { code: 'QUANTITY_STEP_INVALID', param: 'quantityStep' },
    ],
    [
      '/v1/items',
      { ...COFFEE, sku: 'B', barcodes: [], unitPrice: { amount: '1', currency: 'SGD' } },
      { code: 'CURRENCY_MISMATCH', param: 'unitPrice.currency' },
    ],
    [
      '/v1/stock-receipts',
      {
        kind: 'opening',
        location: 'BDG1-FLOOR',
        lines: [{ sku: 'NONE', quantity: '1', cost: { amount: '1', currency: 'IDR' } }],
      },
      { code: 'ITEM_UNKNOWN', param: 'lines[0].sku' },
    ],
    [
      '/v1/stock-receipts',
      {
        kind: 'opening',
        location: 'BDG1-FLOOR',
        lines: [{ sku: 'KOPI-001', quantity: '0', cost: { amount: '1', currency: 'IDR' } }],
      },
      { code: 'QUANTITY_NOT_POSITIVE', param: 'lines[0].quantity' },
    ],
    [
      '/v1/stock-receipts',
      { kind: 'opening', location: 'BDG1-FLOOR', businessDate: '9999-12-31', lines: [line()] },
      { code: 'BUSINESS_DATE_IN_FUTURE', param: 'businessDate' },
    ],
    [
      '/v1/stock-receipts',
      { kind: 'opening', location: 'BDG1-FLOOR', businessDate: '0001-01-01', lines: [line()] },
      { code: 'BUSINESS_DATE_TOO_EARLY', param: 'businessDate' },
    ],
    [
      '/v1/stock-receipts',
      { kind: 'opening', location: 'BDG1-FLOOR', lines: [line(), line()] },
      { code: 'ITEM_REPEATED', param: 'lines[1].sku' },
    ],
    [
      '/v1/stock-receipts',
      { kind: 'opening', location: 'BDG1-FLOOR', lines: [line('999999999999999')] },
      { code: 'RECEIPT_TOO_LARGE', param: 'lines' },
    ],
  ])('refuses %s with %p as %p', async (path, body, expected) => {
    const [status, problem] = await post(path, body);
    expect([status === 409 || status === 422, problem]).toMatchObject([true, expected]);
  });

  it('writes nothing of what it refuses', async () => {
    const { data } = (await api.send('GET', '/v1/items', { as: admin })).body as {
      data: readonly { sku: string }[];
    };
    expect(data.map(({ sku }) => sku)).toEqual(['KOPI-001']);
  });
});

type Setup = Readonly<{ readyFor: string[]; steps: unknown[] }>;

async function setup(): Promise<Setup> {
  return (await api.send('GET', '/v1/setup', { as: admin })).body as Setup;
}

async function post<Body = unknown>(
  path: string,
  body: unknown,
  key: string = randomUUID(),
): Promise<[number, Body]> {
  const answer = await api.send('POST', path, {
    as: admin,
    body,
    headers: { 'idempotency-key': key },
  });
  return [answer.status, answer.body as Body];
}

function handIn(code: string): Promise<Received> {
  return api.send('POST', '/v1/enrolments', { body: { code } });
}

async function enrolled(till: string): Promise<{ token: string }> {
  const [, { code }] = await post<{ code: string }>(
    `/v1/terminals/${till}/enrolment-codes`,
    undefined,
  );
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  const answer = await handIn(code);
  expect([answer.status, answer.body]).toMatchObject([201, { terminal: { id: till } }]);
  return answer.body as { token: string };
}

async function tillOf(code: string): Promise<string> {
  return (await database.prisma.terminal.findUniqueOrThrow({ where: { code } })).id;
}

function sell(token: string, tender: object = { type: 'cash' }): Promise<Received> {
  return api.send('PUT', `/v1/sales/${randomUUID()}`, {
    as: token,
    body: {
      terminal: 'BDG1-01',
      deviceSequence: 1,
      mode: 'online',
      businessDate: jakartaDay(new Date()),
      capturedAt: new Date().toISOString(),
      lines: [{ barcode: '8990000000013', quantity: '1', unitPrice: rupiah('29000') }],
      tenders: [{ ...tender, amount: rupiah('29000') }],
    },
  });
}

function rupiah(amount: string) {
  return { amount, currency: 'IDR' };
}

function line(amount = '18000') {
  return { sku: 'KOPI-001', quantity: '1', cost: rupiah(amount) };
}
