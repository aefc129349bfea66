import { randomUUID } from 'node:crypto';
import { aSale, rupiah } from '../../support/a-sale.js';
import { verifyAfterEach } from '../../support/books.js';
import { lastChange, office, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { limitQris } from '../../support/tender-rules.js';
import { testContext } from '../../support/shop.js';
import { until } from '../../support/until.js';

let open: OpenShop;
let admin: Office;
let realMs = Date.now();

beforeAll(async () => {
  open = await openShop({ realTimeMs: () => realMs });
  admin = office(open.api, open.shop.tokens.admin);
});
afterAll(() => open.close());
verifyAfterEach(() => open);

const STORE = {
  name: 'Nusa Sentosa Cikini',
  address: 'Jl. Cikini 9, Jakarta',
  phone: '021-555',
  timeZone: 'Asia/Jakarta',
  cashRoundingStep: rupiah(500),
};

describe('a store', () => {
  it('is changed with before and after, and rounds cash to the new coin', async () => {
    const { storeId } = open.shop.jakarta;
    expect(await sellCash(45_700)).toBe('sold');
    const [status, store] = await admin(`PUT /v1/stores/${storeId}`, STORE);
    expect([status, store]).toMatchObject([200, { ...STORE, code: 'JKT1' }]);
    expect(await lastChange(open.database, 'store', storeId)).toMatchObject({
      before: { name: 'Nusa Sentosa Menteng', cash_rounding_step: 100 },
      after: { name: 'Nusa Sentosa Cikini', cash_rounding_step: 500 },
    });
    await soon('sold', 45_500);
  });

  it('gets another place for its goods, which a till can sell from', async () => {
    const { storeId } = open.shop.jakarta;
    const place = { code: 'JKT1-BACK', name: 'Gudang' };
    const [status, added] = await admin(`POST /v1/stores/${storeId}/locations`, place);
    expect([status, added]).toMatchObject([201, place]);
    const { id } = added as { id: string };
    expect(await admin(`PUT /v1/locations/${id}`, { name: 'Gudang atas' })).toEqual([
      200,
      { id, code: 'JKT1-BACK', name: 'Gudang atas' },
    ]);
    const till = { ...TILL, location: 'JKT1-BACK' };
    expect(await admin(`PUT /v1/terminals/${open.shop.terminals[1].id}`, till)).toMatchObject([
      200,
      { location: 'JKT1-BACK', active: true },
    ]);
  });

  it.each([
    [{ timeZone: 'Asia/Bandung' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
    [
      { cashRoundingStep: { amount: '5', currency: 'SGD' } },
      'CURRENCY_MISMATCH',
      'cashRoundingStep',
    ],
    [{ cashRoundingStep: rupiah(0) }, 'CURRENCY_MISMATCH', 'cashRoundingStep'],
    [{ cashRoundingStep: rupiah(1_000_000) }, 'CURRENCY_MISMATCH', 'cashRoundingStep'],
  ])('is refused with %p', async (change, code, param) => {
    const { storeId } = open.shop.bandung;
    const answer = await admin(`PUT /v1/stores/${storeId}`, { ...STORE, ...change });
    expect(answer).toMatchObject([422, { code, param }]);
  });

  it.each([
    [`PUT /v1/stores/${randomUUID()}`, STORE, 404, 'STORE_NOT_FOUND'],
    [`POST /v1/stores/${randomUUID()}/locations`, { code: 'X', name: 'x' }, 404, 'STORE_NOT_FOUND'],
    [`PUT /v1/locations/${randomUUID()}`, { name: 'x' }, 404, 'LOCATION_NOT_FOUND'],
    [`PUT /v1/printers/${randomUUID()}`, { host: '10.0.0.1' }, 404, 'PRINTER_NOT_FOUND'],
  ] as const)('%s is not there', async (call, body, ...expected) => {
    const [status, code] = expected;
    expect(await admin(call, body)).toMatchObject([status, { code }]);
  });

  it('has each place under a code of its own', async () => {
    const { storeId } = open.shop.bandung;
    const place = { code: 'BDG1-FLOOR', name: 'x' };
    const answer = await admin(`POST /v1/stores/${storeId}/locations`, place);
    expect(answer).toMatchObject([409, { code: 'CODE_TAKEN', param: 'code' }]);
  });
});

const TILL = { name: 'Kasir 2', location: 'JKT1-FLOOR', printer: null, active: true };

describe('a till', () => {
  const path = () => `PUT /v1/terminals/${open.shop.terminals[0].id}`;
  const till = { ...TILL, printer: 'JKT1-01-PRN' };

  it('keeps its channel, and a store its group, when nothing is said of them', async () => {
    const named = { ...till, channel: 'wholesale' };
    expect(await admin(path(), named)).toMatchObject([200, { channel: 'wholesale' }]);
    expect(await admin(path(), till)).toMatchObject([200, { channel: 'wholesale' }]);
    expect(await admin(path(), { ...till, channel: 'counter' })).toMatchObject([
      200,
      { channel: 'counter' },
    ]);
    const store = `PUT /v1/stores/${open.shop.jakarta.storeId}`;
    const fields = {
      name: 'Toko Jakarta',
      address: 'Jl. Kenanga No. 1',
      phone: '0210000000',
      timeZone: 'Asia/Jakarta',
      cashRoundingStep: { amount: '100', currency: 'IDR' },
    };
    expect(await admin(store, { ...fields, storeGroup: 'JAWA' })).toMatchObject([
      200,
      { storeGroup: 'JAWA' },
    ]);
    expect(await admin(store, fields)).toMatchObject([200, { storeGroup: 'JAWA' }]);
    expect(await admin(store, { ...fields, storeGroup: null })).toMatchObject([
      200,
      { storeGroup: null },
    ]);
  });

  it('is not switched off while its shift is open', async () => {
    const shift = await openShift();
    const off = { ...till, active: false };
    expect(await admin(path(), off)).toMatchObject([409, { code: 'SHIFT_OPEN', param: 'active' }]);
    await open.database.transaction(testContext(), (tx) =>
      tx.shift.update({
        where: { id: shift },
        data: { closedAt: new Date(), closedBy: 'test', countedAmount: 0n, expectedAmount: 0n },
      }),
    );
  });

  it('is not switched off while it has sales that did not arrive', async () => {
    const last = await lastSequence();
    expect(await admin(path(), { ...till, active: false, lastDeviceSequence: last + 2 })).toEqual([
      409,
      expect.objectContaining({
        code: 'SALES_NOT_ARRIVED',
        param: 'lastDeviceSequence',
        detail: expect.stringContaining('2 sales') as string,
      }),
    ]);
    expect(await sellCash()).toBe('sold');
  });

  it('loses its key when it is switched off, and enrols anew when it is switched on again', async () => {
    const off = { ...till, active: false, lastDeviceSequence: await lastSequence() };
    expect(await admin(path(), off)).toMatchObject([200, { active: false, enrolled: false }]);
    const codes = `POST /v1/terminals/${open.shop.terminals[0].id}/enrolment-codes`;
    expect(await admin(codes)).toMatchObject([404, { code: 'TERMINAL_NOT_FOUND' }]);
    await soon('refused');

    expect(await admin(path(), till)).toMatchObject([200, { active: true, enrolled: false }]);
    expect(await sellCash()).toBe('refused');
    expect(await admin(codes)).toMatchObject([201, { terminal: 'JKT1-01' }]);
  });

  it.each([
    [{ location: 'BDG1-FLOOR' }, 'LOCATION_UNKNOWN', 'location'],
    [{ printer: 'BDG1-01-PRN' }, 'PRINTER_UNKNOWN', 'printer'],
  ])('is refused what is of another store: %p', async (change, code, param) => {
    expect(await admin(path(), { ...till, ...change })).toMatchObject([422, { code, param }]);
  });
});

describe('a printer', () => {
  it('is moved within the networks of the company only', async () => {
    const { id } = await open.database.prisma.printer.findUniqueOrThrow({
      where: { code: 'JKT1-01-PRN' },
    });
    const put = (host: string) => admin(`PUT /v1/printers/${id}`, { host });
    expect(await put('192.168.1.51')).toMatchObject([200, { host: '192.168.1.51', port: 9100 }]);
    expect(await lastChange(open.database, 'printer', id)).toMatchObject({
      before: { host: '127.0.0.1' },
      after: { host: '192.168.1.51' },
    });
    const refused = [422, { code: 'PRINTER_HOST_REFUSED', param: 'host' }];
    expect(await put('93.184.215.14')).toMatchObject(refused);
    expect(await put('169.254.169.254')).toMatchObject(refused);

    const networks = ['93.184.215.0/24', '169.254.0.0/16'];
    expect(await admin('PUT /v1/printer-networks', { networks })).toEqual([200, { networks }]);
    expect(await put('93.184.215.14')).toMatchObject([200, { host: '93.184.215.14' }]);
    expect(await put('192.168.1.51')).toMatchObject(refused);
    expect(await put('169.254.169.254')).toMatchObject(refused);
  });

  it.each(['0.0.0.0/0', '128.0.0.0/1', '::/0', '10.0.0.0', '10.0.0.0/33', 'x/8', '::1/129'])(
    'has no network %p',
    async (network) => {
      const answer = await admin('PUT /v1/printer-networks', { networks: ['10.0.0.0/8', network] });
      expect(answer).toMatchObject([422, { code: 'NETWORK_MALFORMED', param: 'networks[1]' }]);
    },
  );
});

describe('a tender', () => {
  it('gets a limit and loses it', async () => {
    await limitQris(open.database, 10_000_000n);
    const limited = { offlineAllowed: true, perSaleLimit: rupiah(2_000_000) };
    const expected = { type: 'qris', ...limited, account: '1140' };
    expect(await admin('PUT /v1/tender-rules/qris', limited)).toEqual([200, expected]);
    expect(await admin('GET /v1/tender-rules')).toMatchObject([200, { data: [expected] }]);
    expect(await lastChange(open.database, 'tender_rule', 'qris')).toMatchObject({
      before: { per_sale_limit_amount: 10_000_000, offline_allowed: false },
      after: { per_sale_limit_amount: 2_000_000, offline_allowed: true },
    });
    const free = { offlineAllowed: false, perSaleLimit: null };
    expect(await admin('PUT /v1/tender-rules/qris', free)).toMatchObject([200, free]);
  });

  it.each([
    ['qris', { amount: '5', currency: 'SGD' }, 422, 'CURRENCY_MISMATCH'],
    ['qris', rupiah(0), 422, 'AMOUNT_NOT_POSITIVE'],
    ['card', rupiah(1), 404, 'TENDER_RULE_NOT_FOUND'],
    ['gold', rupiah(1), 400, 'FIELD_INVALID'],
  ] as const)('%s is refused the limit %p', async (type, perSaleLimit, ...expected) => {
    const [status, code] = expected;
    const body = { offlineAllowed: true, perSaleLimit };
    expect(await admin(`PUT /v1/tender-rules/${type}`, body)).toMatchObject([status, { code }]);
  });
});

/** A till counts what it sold, not what was refused. */
let sold = 0;

/** Sells coffee at 45,000 and, when more is given, rice for 750; answers whether that much cash pays it. */
async function sellCash(cash = 45_000): Promise<string> {
  const lines = [{ sku: 'KOPI-250', quantity: '1' }];
  const body = aSale({
    deviceSequence: sold + 1,
    lines: cash === 45_000 ? lines : [...lines, { sku: 'BERAS-KG', quantity: '0.05' }],
    tenders: [{ type: 'cash', amount: rupiah(cash) }],
  });
  const as = open.shop.terminalTokens[0];
  const answer = await open.api.send('PUT', `/v1/sales/${randomUUID()}`, { as, body });
  if (answer.status !== 201) return 'refused';
  sold += 1;
  return 'sold';
}

/** Keys and price lists are known for some seconds. */
async function soon(expected: string, cash = 45_000): Promise<void> {
  await until(async () => {
    realMs += 10_000;
    return (await sellCash(cash)) === expected ? true : undefined;
  });
}

async function lastSequence(): Promise<number> {
  const { prisma } = open.database;
  const terminal = await prisma.terminal.findUniqueOrThrow({
    where: { id: open.shop.terminals[0].id },
  });
  return Number(terminal.lastDeviceSequence);
}

async function openShift(): Promise<string> {
  const [terminal] = open.shop.terminals;
  const { id } = await open.database.transaction(testContext(), (tx) =>
    tx.shift.create({
      data: {
        storeId: terminal.storeId,
        terminalId: terminal.id,
        businessDate: new Date('2026-11-29'),
        openedAt: new Date(),
        openedBy: 'test',
        openingFloatAmount: 0n,
        currency: 'IDR',
      },
    }),
  );
  return id;
}
