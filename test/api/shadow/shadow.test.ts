import { randomUUID } from 'node:crypto';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { undoImport } from '../../../activities/imports/undo-import.js';
import { withClient } from '../../../cli/bootstrap-database.js';
import { aSale, rupiah } from '../../support/a-sale.js';
import { asOwner, verifyAfterEach } from '../../support/books.js';
import { carry, handIn } from '../../support/imports.js';
import { decide, office, twoAgree, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { settableClock } from '../../support/settable-clock.js';
import { testContext } from '../../support/shop.js';

const DAY_ONE = '2026-07-06';
const noon = (day: string) => `${day}T12:00:00+07:00`;

const clock = settableClock(noon(DAY_ONE));
let open: OpenShop;
let admin: Office;
let manager: Office;
let storeId: string;

beforeAll(async () => {
  open = await openShop({ clock, opensAt: new Date(noon(DAY_ONE)) });
  admin = office(open.api, open.shop.tokens.admin);
  manager = office(open.api, open.shop.tokens.arManager);
  ({ storeId } = open.shop.bandung);
});
afterAll(() => open.close());
verifyAfterEach(() => ({ database: open.database, at: clock.iso() }));

/** Sold in Bandung now, or on another day. */
function sold(changes: Partial<SaleBody> = {}): SaleBody {
  const capturedAt = clock.iso();
  const businessDate = clock.today('Asia/Jakarta').toString();
  return aSale({ terminal: 'BDG1-01', mode: 'completed', capturedAt, businessDate, ...changes });
}

function put(saleId: string, body: SaleBody) {
  const as = open.shop.terminalTokens[body.terminal === 'BDG1-01' ? 2 : 0];
  return open.api.send('PUT', `/v1/sales/${saleId}`, { as, body });
}

/** What every table holds, but those that keep shadows, files and who did what. */
async function everythingElse(): Promise<Record<string, string>> {
  return withClient(open.books.ownerUrl, async (owner) => {
    const tables = await owner.query<{ name: string }>(
      `SELECT relname::text AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const kept: Record<string, string> = {};
    for (const { name } of tables.rows) {
      if (BESIDE_THE_BOOKS.has(name)) continue;
      const { rows } = await owner.query<{ digest: string | null }>(
        `SELECT md5(string_agg(t::text, chr(10) ORDER BY t::text)) AS digest FROM ${name} t
        WHERE coalesce(to_jsonb(t)->>'workflow_type', '') <> 'importedFile'`,
      );
      kept[name] = rows[0]?.digest ?? 'nothing';
    }
    return kept;
  });
}

type Digests = Readonly<Record<string, string>>;

function changedSince(before: Digests, after: Digests): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}

const BESIDE_THE_BOOKS = new Set([
  'shadow_sale',
  'audit_row',
  'import',
  'import_piece',
  'import_row',
  'idempotency_record',
]);

describe('a store in shadow', () => {
  it('begins by one person while it has never sold, and that is taken back until it sells', async () => {
    const path = `/v1/stores/${storeId}/shadow`;
    const [status, begun] = await admin(`POST ${path}`, { reason: 'beside the old tills' });
    expect([status, begun]).toMatchObject([
      201,
      { mode: 'shadow', switches: [{ to: 'shadow', from: null, state: 'begun' }] },
    ]);
    const { switches } = begun as { switches: { id: string }[] };
    const undo = `POST /v1/store-switches/${switches[0]?.id}/withdrawal`;
    expect(await admin(undo)).toMatchObject([200, { mode: 'live', switches: [] }]);
    expect(await admin(undo)).toMatchObject([404, { code: 'STORE_SWITCH_NOT_FOUND' }]);
    expect(await admin(`POST ${path}`, { reason: 'again' })).toMatchObject([201, {}]);
    expect(await admin(`POST ${path}`, { reason: 'x' })).toMatchObject([
      409,
      { code: 'STORE_MODE_SAME' },
    ]);
    const [, stores] = await admin('GET /v1/stores');
    expect((stores as { data: object[] }).data).toMatchObject([
      { code: 'BDG1', mode: 'shadow' },
      { code: 'JKT1', mode: 'live' },
    ]);
    // The till of the old system, which its first receipt would make.
    await bringIn(['A-0;BDG1;06/07/2026;;KOPI-250;1;45.000;Tunai;45.000']);
  });

  it('leaves everything else of the company as it was, byte for byte, after a week', async () => {
    const before = await everythingElse();
    for (let day = 6; day <= 12; day += 1) {
      clock.set(noon(`2026-07-${String(day).padStart(2, '0')}`));
      for (const sale of aDay()) expect((await put(randomUUID(), sale)).status).toBe(202);
      const rows = [`A-${day};BDG1;${day}/07/2026;Kasir 2;KOPI-250;2;45.000;Tunai;90.000`];
      expect((await bringIn(rows)).rows).toEqual({ written: 1 });
    }
    expect(changedSince(before, await everythingElse())).toEqual([]);
    expect(await open.database.prisma.shadowSale.count()).toBe(1 + 7 * (aDay().length + 1));
  });

  it('answers what a till may rely on, and the same again', async () => {
    const saleId = randomUUID();
    const body = sold({
      mode: 'online',
      receipt: { printedAt: clock.iso(), number: 'B-77', till: 'Kasir 1' },
    });
    const first = await put(saleId, body);
    expect([first.status, first.body]).toMatchObject([
      202,
      {
        id: saleId,
        number: 'B-77',
        till: 'Kasir 1',
        shadow: true,
        totals: { total: rupiah(45_000) },
        exceptions: [],
      },
    ]);
    expect(Object.keys(first.body as object)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(receipt|workflow|stage)$/)]),
    );
    const again = await put(saleId, body);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([202, 'true']);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    const other = await put(saleId, { ...body, cashier: 'lain' });
    expect([other.status, other.body]).toMatchObject([409, { code: 'SALE_CONFLICT' }]);
    const as = open.shop.terminalTokens[2];
    expect((await open.api.send('GET', `/v1/sales/${saleId}`, { as })).status).toBe(404);
    const price = { ...body.lines[0], quantity: '1', unitPrice: rupiah(1) };
    const refused = await put(randomUUID(), { ...body, lines: [price] });
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'PRICE_MISMATCH' }]);
  });

  it('counts in the questions of its till, and leaves the counters of the till alone', async () => {
    const sale = { saleId: randomUUID(), ...sold({ deviceSequence: 9_000_000 }) };
    const as = open.shop.terminalTokens[2];
    const sync = () => open.api.send('POST', '/v1/sync', { as, body: { sales: [sale] } });
    const shadow = { number: 'BDG1-01-S9000000', shadow: true };
    expect((await sync()).body).toMatchObject({ outcomes: [{ outcome: 'accepted', ...shadow }] });
    expect((await sync()).body).toMatchObject({ outcomes: [{ outcome: 'replayed', ...shadow }] });
    const body = {
      terminal: 'BDG1-01',
      ranges: [{ from: 8_999_999, to: 9_000_000 }],
      saleIds: [sale.saleId],
    };
    expect((await open.api.send('POST', '/v1/sync/reconcile', { as, body })).body).toMatchObject({
      lastDeviceSequence: 9_000_000,
      missingSequences: [{ from: 8_999_999, to: 8_999_999 }],
      missingSaleIds: [],
    });
    const { terminals } = open.shop;
    expect(
      await open.database.prisma.terminal.findUniqueOrThrow({ where: { id: terminals[2].id } }),
    ).toMatchObject({ receiptSerial: 0n, lastDeviceSequence: 0n });
  });

  it('gives up the sales of a file that is undone', async () => {
    const { id } = await bringIn(['A-90;BDG1;12/07/2026;;KOPI-250;1;45.000;Tunai;45.000']);
    const before = await open.database.prisma.shadowSale.count();
    const ctx = testContext(clock.iso());
    await open.database.transaction(ctx, (tx) => undoImport(tx, ctx, { importId: id }));
    expect(await open.database.prisma.shadowSale.count()).toBe(before - 1);
  });
});

describe('a store that is switched', () => {
  const LIVE_FROM = '2026-07-14';
  const ask = (to: 'live' | 'shadow', from: string) =>
    twoAgree([admin, manager], `POST /v1/stores/${storeId}/switches`, {
      to,
      from,
      reason: 'agreed',
    });

  it('goes live from tomorrow at the earliest, when a second person agrees, and not before', async () => {
    const today = clock.today('Asia/Jakarta').toString();
    expect(await ask('live', today)).toMatchObject([422, { code: 'STORE_SWITCH_TOO_EARLY' }]);
    expect(await ask('shadow', LIVE_FROM)).toMatchObject([409, { code: 'STORE_MODE_SAME' }]);
    const [status, change] = await admin(`POST /v1/stores/${storeId}/switches`, {
      to: 'live',
      from: LIVE_FROM,
      reason: 'Two weeks agree',
    });
    expect([status, change]).toMatchObject([202, { kind: 'store-switch', state: 'requested' }]);
    expect(await decide(admin, change)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    expect(await switches()).toMatchObject({ mode: 'shadow', switches: [{ to: 'shadow' }] });
    expect(await decide(manager, change)).toMatchObject([200, { state: 'approved' }]);
    expect(await switches()).toMatchObject({
      mode: 'shadow',
      switches: [{ to: 'live', from: LIVE_FROM, state: 'planned' }, { to: 'shadow' }],
    });
    expect((await put(randomUUID(), sold())).status).toBe(202);
  });

  it('keeps a sale of before in shadow and asks about it, and books one of its first day, once', async () => {
    const offline = sold();
    const known = randomUUID();
    expect((await put(known, offline)).status).toBe(202);
    clock.set(noon(LIVE_FROM));
    expect(await switches()).toMatchObject({ mode: 'live' });
    const late = randomUUID();
    expect((await put(late, { ...offline, deviceSequence: 77_001 })).status).toBe(202);
    const work = { kind_subjectId: { kind: 'shadow-sale-late', subjectId: late } };
    expect(await open.database.prisma.workItem.findUnique({ where: work })).toMatchObject({
      state: 'open',
      storeId,
    });
    expect((await put(known, offline)).headers.get('idempotency-replayed')).toBe('true');

    const real = randomUUID();
    const first = sold();
    expect((await put(real, first)).status).toBe(201);
    expect((await put(real, first)).status).toBe(200);
    expect(await open.database.prisma.sale.count({ where: { storeId } })).toBe(1);
    expect(await open.database.prisma.shadowSale.count({ where: { id: real } })).toBe(0);
  });

  it('finds the way back: what is booked stays booked, and its late sales are booked too', async () => {
    const today = clock.today('Asia/Jakarta').toString();
    expect(await ask('shadow', today)).toMatchObject([422, { code: 'STORE_SWITCH_TOO_EARLY' }]);
    expect(await ask('shadow', '2026-07-15')).toMatchObject([200, { state: 'approved' }]);
    // On the day of trouble the old tills sell, and their file is booked.
    const file = await bringIn(['C-1;BDG1;14/07/2026;;KOPI-250;1;45.000;Tunai;45.000']);
    expect(file.rows).toEqual({ written: 1 });
    const offline = sold();
    const booked = await open.database.prisma.sale.count({ where: { storeId } });
    clock.set(noon('2026-07-15'));
    const balances = await everythingElse();
    expect((await put(randomUUID(), sold())).status).toBe(202);
    expect(changedSince(balances, await everythingElse())).toEqual([]);
    expect((await put(randomUUID(), offline)).status).toBe(201);
    expect(await open.database.prisma.sale.count({ where: { storeId } })).toBe(booked + 1);
    expect(await switches()).toMatchObject({ mode: 'shadow' });
  });

  it('cannot have a sale booked around its command, not even by the owner of the books', async () => {
    const forged = asOwner(
      open.books,
      (tx) => tx.$executeRaw`
        INSERT INTO sale SELECT (jsonb_populate_record(s, jsonb_build_object('id', uuid_v7(),
          'number', 'X-1', 'receipt_serial', 999, 'business_date', '2026-07-13'))).*
        FROM sale s WHERE store_id = ${storeId}::uuid LIMIT 1`,
    );
    await expect(forged).rejects.toThrow(/is of a day on which its store is in shadow/);
  });

  it('is taken back by one person until its day comes', async () => {
    expect(await ask('live', '2026-07-20')).toMatchObject([200, {}]);
    const { switches: all } = (await switches()) as { switches: { id: string }[] };
    const withdraw = (index: number) =>
      manager(`POST /v1/store-switches/${all[index]?.id}/withdrawal`);
    expect(await withdraw(1)).toMatchObject([409, { code: 'STORE_SWITCH_IN_FORCE' }]);
    expect(await withdraw(0)).toMatchObject([200, { mode: 'shadow' }]);
    expect(await ask('live', '2026-07-21')).toMatchObject([200, {}]);
  });

  async function switches(): Promise<unknown> {
    return (await admin(`GET /v1/stores/${storeId}/switches`))[1];
  }
});

/** On account, of an unknown item, for later, by card: all that leaves something somewhere in a live store. */
function aDay(): SaleBody[] {
  const customer = open.shop.customers.hotel.number;
  return [
    sold(),
    sold({ mode: 'online' }),
    sold({ customer, tenders: [{ type: 'onAccount', amount: rupiah(45_000) }] }),
    sold({ delivery: { kind: 'later' } }),
    sold({ lines: [{ sku: 'TIDAK-ADA', quantity: '1' }] }),
    sold({ lines: [{ sku: 'KOPI-250', quantity: '900000' }] }),
    sold({ cashier: 'kartu 5555 5555 5555 4444' }),
  ];
}

const HEADER = 'No Struk;Toko;Tanggal;Terminal;Kode Barang;Qty;Harga;Pembayaran;Total Bayar';

async function bringIn(rows: readonly string[]) {
  const content = [HEADER, ...rows].join('\n');
  return carry(open.database, await handIn(open.database, content, { kind: 'sales' }), clock);
}
