import { randomUUID } from 'node:crypto';
import { undoImport } from '../../../activities/imports/undo-import.js';
import { aSale, aSaleOfTea, rupiah } from '../../support/a-sale.js';
import { verifyAfterEach } from '../../support/books.js';
import { carry, faultsOf, handIn } from '../../support/imports.js';
import { office, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { settableClock } from '../../support/settable-clock.js';
import { testContext } from '../../support/shop.js';

const DAY = '2026-07-06';
const clock = settableClock(`${DAY}T12:00:00+07:00`);

let open: OpenShop;
let manager: Office;
let oldSystem: Office;
let days: string;
let totalsOf: (day: string) => string;

beforeAll(async () => {
  open = await openShop({ clock, opensAt: new Date(clock.iso()) });
  manager = office(open.api, open.shop.tokens.arManager);
  oldSystem = office(open.api, open.shop.tokens.integration);
  const store = `/v1/stores/${open.shop.bandung.storeId}`;
  days = `${store}/shadow-days`;
  totalsOf = (day) => `${store}/day-totals/${day}`;
  await manager(`POST ${store}/shadow`, { reason: 'beside the old tills' });
  await sell('A-1', 'Kasir 1');
  await sell('A-2', 'Kasir 2');
  await sellTea('A-3', 'Kasir 2');
});
afterAll(() => open.close());
verifyAfterEach(() => ({ database: open.database, at: clock.iso() }));

const now = () => ({
  terminal: 'BDG1-01',
  mode: 'completed' as const,
  businessDate: DAY,
  capturedAt: clock.iso(),
});

const slip = (number: string, till: string) => ({
  receipt: { printedAt: clock.iso(), number, till },
});

function sell(number: string, till: string): Promise<unknown> {
  return put(aSale({ ...now(), ...slip(number, till) }));
}

/** At another price than ours, so that the masters do not fit. */
function sellTea(number: string, till: string): Promise<unknown> {
  return put(aSaleOfTea(9_999, { ...now(), ...slip(number, till) }));
}

async function put(body: object): Promise<unknown> {
  const as = open.shop.terminalTokens[2];
  const answer = await open.api.send('PUT', `/v1/sales/${randomUUID()}`, { as, body });
  expect(answer.status).toBe(202);
  return answer.body;
}

const TEA = 9_999;
const ALL = 90_000 + TEA;

describe('the totals of the old system', () => {
  it('are missing at first, and then lie beside ours', async () => {
    expect(await manager(`GET ${days}`)).toMatchObject([
      200,
      {
        data: [
          {
            day: DAY,
            state: 'totals-missing',
            exceptions: 1,
            ours: {
              count: 3,
              total: rupiah(ALL),
              tenders: [
                { type: 'cash', amount: rupiah(90_000) },
                { type: 'qris', amount: rupiah(TEA) },
              ],
            },
            theirs: null,
          },
        ],
        nextCursor: null,
      },
    ]);
    const agreed = {
      count: 3,
      total: rupiah(ALL),
      tenders: [
        { type: 'qris', amount: rupiah(TEA) },
        { type: 'cash', amount: rupiah(90_000) },
      ],
    };
    expect(await oldSystem(`PUT ${totalsOf(DAY)}`, agreed)).toMatchObject([
      200,
      { state: 'agrees', differences: 0, list: [], theirs: { count: 3, net: null } },
    ]);
  });

  it('differ by a rupiah, and the receipt that is behind it is named and opened', async () => {
    const receipts = [
      { number: 'A-1', total: rupiah(45_000) },
      { number: 'A-3', total: rupiah(TEA + 1) },
      { number: 'A-9', total: rupiah(5) },
    ];
    const said = { count: 3, total: rupiah(ALL + 1), receipts };
    const [status, body] = await oldSystem(`PUT ${totalsOf(DAY)}`, said);
    expect([status, body]).toMatchObject([
      200,
      {
        state: 'differs',
        differences: 4,
        list: [
          { kind: 'total', ours: rupiah(ALL), theirs: rupiah(ALL + 1) },
          { kind: 'receipt-amount', of: 'A-3', ours: rupiah(TEA), theirs: rupiah(TEA + 1) },
          { kind: 'receipt-missing', of: 'A-9', ours: null, theirs: rupiah(5) },
          { kind: 'receipt-extra', of: 'A-2', ours: rupiah(45_000), theirs: null },
        ],
        tills: [{ till: null }, { till: 'Kasir 1', theirs: null }, { till: 'Kasir 2' }],
      },
    ]);
    const { list } = body as { list: { saleId: string | null }[] };
    expect(await manager(`GET /v1/shadow-sales/${list[1]?.saleId}`)).toMatchObject([
      200,
      { number: 'A-3', till: 'Kasir 2', exceptions: [{ kind: 'price-mismatch' }] },
    ]);
    const store = days.replace('/shadow-days', '');
    expect(await manager(`GET ${store}/shadow-sales?day=${DAY}&exceptions=true`)).toMatchObject([
      200,
      { data: [{ number: 'A-3', total: rupiah(TEA), exceptions: 1 }] },
    ]);
    expect(await twoPages(`${store}/shadow-sales`, 2)).toEqual([2, 1]);
  });

  it('are taken back, and may be of one till', async () => {
    expect(await oldSystem(`PUT ${totalsOf('2026-07-05')}`, { count: 0 })).toMatchObject([200, {}]);
    expect(await twoPages(days, 1)).toEqual([1, 1]);
    await manager(`POST ${totalsOf('2026-07-05')}/withdrawal`, { till: null });
    const [, taken] = await manager(`POST ${totalsOf(DAY)}/withdrawal`, { till: null });
    expect(taken).toMatchObject({ state: 'totals-missing', theirs: null });
    expect(await manager(`POST ${totalsOf(DAY)}/withdrawal`, { till: null })).toMatchObject([
      404,
      { code: 'DAY_TOTALS_NOT_FOUND' },
    ]);
    const ofTill = { till: 'Kasir 1', count: 1, total: rupiah(45_000) };
    expect(await oldSystem(`PUT ${totalsOf(DAY)}`, ofTill)).toMatchObject([
      200,
      { state: 'differs', list: [{ kind: 'till-without-totals', till: 'Kasir 2' }] },
    ]);
    await manager(`POST ${totalsOf(DAY)}/withdrawal`, { till: 'Kasir 1' });
  });

  it('are refused for a day that is booked or has not come, in another currency, and empty', async () => {
    const live = `/v1/stores/${open.shop.jakarta.storeId}/day-totals/${DAY}`;
    const codes = [];
    for (const [path, body] of [
      [live, { count: 1 }],
      [totalsOf('2026-07-07'), { count: 1 }],
      [totalsOf(DAY), { total: { amount: '1', currency: 'SGD' } }],
      [totalsOf(DAY), { till: 'Kasir 1' }],
    ] as const) {
      const [, answer] = await manager(`PUT ${path}`, body);
      codes.push((answer as { code: string }).code);
    }
    expect(codes).toEqual([
      'STORE_NOT_IN_SHADOW',
      'BUSINESS_DATE_IN_FUTURE',
      'CURRENCY_MISMATCH',
      'FIELD_REQUIRED',
    ]);
    // The manager of Jakarta sees no figure of Bandung.
    const other = office(open.api, open.shop.tokens.storeManager);
    expect((await other(`GET ${days}`))[0]).toBe(404);
    expect((await other(`PUT ${totalsOf(DAY)}`, { count: 1 }))[0]).toBe(404);
  });

  it('come by a file, once more with what is right, and are undone', async () => {
    const header = 'Toko;Tanggal;Terminal;Jumlah Struk;Total Penjualan;Tunai;QRIS;No Struk';
    const file = async (...rows: string[]) => {
      const content = [header, ...rows].join('\n');
      return carry(
        open.database,
        await handIn(open.database, content, { kind: 'day-totals' }),
        clock,
      );
    };
    const wrong = await file(
      'BDG1;06/07/2026;;3;99.998;90.000;9.998;A-1',
      'BDG1;06/07/2026;;;;;;A-2',
      'BDG1;06/07/2026;;;;;;A-3',
      'JKT1;06/07/2026;;1;45.000;45.000;;',
    );
    expect(wrong.rows).toEqual({ written: 3, refused: 1 });
    expect(await faultsOf(open.database, wrong.id)).toEqual([
      [5, 'Tanggal', 'STORE_NOT_IN_SHADOW'],
    ]);
    expect(await manager(`GET ${days}/${DAY}`)).toMatchObject([
      200,
      { state: 'differs', list: [{ kind: 'total' }, { kind: 'tender', of: 'qris' }] },
    ]);
    clock.set(`${DAY}T13:00:00+07:00`);
    const right = await file(
      'BDG1;06/07/2026;;3;99.999;90.000;9.999;A-1',
      'BDG1;06/07/2026;;;;;;A-2',
      'BDG1;06/07/2026;;;;;;A-3',
    );
    expect(right.rows).toEqual({ written: 3 });
    expect((await manager(`GET ${days}/${DAY}`))[1]).toMatchObject({ state: 'agrees', list: [] });
    await expect(undo(wrong.id)).rejects.toMatchObject({ code: 'IMPORT_IN_USE' });
    await undo(right.id);
    expect((await manager(`GET ${days}/${DAY}`))[1]).toMatchObject({ state: 'totals-missing' });
  });
});

type Page = Readonly<{ data: readonly object[]; nextCursor: string | null }>;

/** How many rows the first page of a list has, and the one after it, which is the last. */
async function twoPages(path: string, limit: number): Promise<[number, number]> {
  const first = (await manager(`GET ${path}?limit=${limit}`))[1] as Page;
  const next = `GET ${path}?limit=${limit}&cursor=${first.nextCursor}`;
  const second = (await manager(next))[1] as Page;
  expect(second.nextCursor).toBeNull();
  expect(second.data).not.toEqual(expect.arrayContaining([...first.data]));
  return [first.data.length, second.data.length];
}

async function undo(importId: string): Promise<void> {
  const ctx = testContext(clock.iso());
  await open.database.transaction(ctx, (tx) => undoImport(tx, ctx, { importId }));
}

describe('the checklist before the switch', () => {
  it('names what is open', async () => {
    const path = `GET /v1/stores/${open.shop.bandung.storeId}/switch-checklist`;
    expect(await office(open.api, open.shop.tokens.admin)(path)).toMatchObject([
      200,
      {
        mode: 'shadow',
        checks: [
          { check: 'days-agree', done: false, open: 1 },
          { check: 'totals-came', done: false, open: 1 },
          { check: 'nothing-refused', done: true, open: 0 },
          { check: 'all-fits', done: false, open: 1 },
          { check: 'till-enrolled', done: true },
          { check: 'goods-counted', done: false },
        ],
      },
    ]);
  });
});
