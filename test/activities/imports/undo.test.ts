import { undoImport, type Undoing } from '../../../activities/imports/undo-import.js';
import type { NewImport } from '../../../activities/imports/receive-import.js';
import type { Refusal } from '../../../domain/refusal.js';
import { accountBalances } from '../../support/account-balances.js';
import { broughtIn, carry, handIn, type Brought } from '../../support/imports.js';
import { decide, office } from '../../support/office.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import { testContext } from '../../support/shop.js';

const LOCATION = 'JKT1-FLOOR';

let shop: OwingShop;
let customer: string;

beforeAll(async () => {
  shop = await openOwingShop();
  customer = shop.shop.customers.hotel.number;
});
afterEach(() => shop.verify());
afterAll(() => shop.close());

async function bringIn(
  kind: NewImport['kind'],
  content: string,
  parts: Partial<NewImport> = {},
): Promise<Brought> {
  const id = await handIn(shop.database, content, { kind, ...parts });
  return carry(shop.database, id, shop.clock);
}

async function undo(importId: string): Promise<Undoing> {
  const ctx = testContext(shop.clock.iso());
  return shop.database.transaction(ctx, (tx) => undoImport(tx, ctx, { importId }));
}

const balances = () => accountBalances(shop.database);

describe('an import of items', () => {
  const FILE = 'sku,name,harga,taxCode,barcode\nU-1,Kopi,100,PPN,8991234567891\nU-2,Teh,200,PPN,\n';

  it('is undone as a whole: tills are told, and the same file comes in again', async () => {
    const { id } = await bringIn('items', FILE);
    const before = await sequence();
    await undo(id);
    expect(await broughtIn(shop.database, id)).toMatchObject({
      state: 'undone',
      rows: { undone: 2 },
    });
    const [gone] = await itemsNamed('U-1');
    expect(gone).toMatchObject({ active: false, barcodes: [{ removedAt: expect.any(Date) }] });
    const told = await shop.database.prisma.$queryRaw<{ sku: string }[]>`
      SELECT sku FROM item_change c JOIN item i ON i.id = c.item_id
      WHERE c.version > ${before} ORDER BY sku`;
    expect(told).toEqual([{ sku: 'U-1' }, { sku: 'U-2' }]);

    const again = await bringIn('items', FILE);
    expect(again).toMatchObject({ state: 'done', rows: { written: 2 } });
    expect(again.id).not.toBe(id);
    const [back] = await itemsNamed('U-1');
    expect(back).toMatchObject({ id: gone?.id, active: true, barcodes: [{ removedAt: null }] });
    await undo(again.id);
  });

  it('comes in again with what is right', async () => {
    const { id } = await bringIn('items', 'sku,name,harga,taxCode\nU-9,Kpoi,100,PPN\n');
    await undo(id);
    const mended = await bringIn('items', 'sku,name,harga,taxCode\nU-9,Kopi,1200,PPN\n');
    expect(mended.rows).toEqual({ written: 1 });
    const [item] = await itemsNamed('U-9');
    expect(item).toMatchObject({ name: 'Kopi', active: true });
    const price = await shop.database.prisma.price.findFirst({
      where: { itemId: item?.id ?? '' },
      orderBy: { version: 'desc' },
    });
    expect(price?.unitAmount).toBe(1_200n);
  });

  it('stays whole when one of them has stock, and names it', async () => {
    const items = await bringIn('items', 'sku,name,harga,taxCode\nU-3,A,1,PPN\nU-4,B,1,PPN\n');
    const stock = await bringIn('stock', `lokasi,sku,jumlah,nilai\n${LOCATION},U-4,5,500\n`);
    expect(stock.rows).toEqual({ written: 1 });
    expect(await refusalOf(undo(items.id))).toMatchObject({
      code: 'IMPORT_IN_USE',
      param: 'line 3',
      errors: [
        {
          param: 'line 3',
          detail: 'U-4: There is stock of it. Ada stoknya.',
          code: 'IMPORT_IN_USE',
        },
      ],
    });
    expect((await itemsNamed('U-3'))[0]?.active).toBe(true);
    await undo(stock.id);
    await undo(items.id);
    expect((await itemsNamed('U-4'))[0]?.active).toBe(false);
  });
});

describe('an import of an opening stock', () => {
  it('is taken back a day later when a second person agrees, and not before', async () => {
    await bringIn('items', 'sku,name,harga,taxCode\nU-5,A,1,PPN\n');
    const before = await balances();
    const { id } = await bringIn('stock', `lokasi,sku,jumlah,nilai\n${LOCATION},U-5,5,700\n`);
    const brought = await balances();
    shop.clock.set('2026-07-02T09:00:01+07:00');
    const api = await shop.api();
    const as = (role: 'admin' | 'arManager') => office(api, shop.shop.tokens[role]);
    expect(await as('admin')(`POST /v1/imports/${id}/undoing?reason=wrong`)).toMatchObject([
      202,
      { status: 'done' },
    ]);
    expect(await balances()).toEqual(brought);
    const change = await shop.database.prisma.masterChange.findFirstOrThrow({
      where: { kind: 'import-undoing' },
    });
    expect(await decide(as('admin'), change)).toMatchObject([
      422,
      { code: 'SECOND_PERSON_REQUIRED' },
    ]);
    expect(await decide(as('arManager'), change)).toMatchObject([200, { state: 'approved' }]);
    expect(await balances()).toEqual(before);
    expect(await broughtIn(shop.database, id)).toMatchObject({ state: 'undone' });
    await api.close();
  });
});

describe('an import of customers', () => {
  const FILE =
    'number,name,alamat\nUC-1,Warung Melati,Jl. Contoh 1\nUC-2,Warung Mawar,Jl. Contoh 2\n';

  it('is undone, and the same file comes in again', async () => {
    const { id } = await bringIn('customers', FILE);
    await undo(id);
    const disabled = await customersLike('UC-');
    expect(disabled.map(({ active }) => active)).toEqual([false, false]);
    const again = await bringIn('customers', FILE);
    expect(again.rows).toEqual({ written: 2 });
    const back = await customersLike('UC-');
    expect(back.map((one) => [one.id, one.active])).toEqual(disabled.map((one) => [one.id, true]));
  });

  it('stays when a customer has bought', async () => {
    const { id } = await bringIn('customers', 'number,name,alamat\nUC-3,Toko Dua,Jl. Contoh 3\n');
    await shop.sell('UC-3');
    expect(await refusalOf(undo(id))).toMatchObject({ code: 'IMPORT_IN_USE', param: 'line 2' });
  });
});

describe('an import of stock', () => {
  it('is booked back with its value, on the day on which it was booked', async () => {
    await bringIn('items', 'sku,name,harga,taxCode\nU-5,Gula,1,PPN\nU-6,Garam,1,PPN\n');
    const before = await balances();
    const file = `lokasi,sku,jumlah,nilai\n${LOCATION},U-5,10,100000\n${LOCATION},U-6,3,9000\n`;
    const { id, rows } = await bringIn('stock', file);
    expect(rows).toEqual({ written: 2 });
    shop.clock.set('2026-07-02T09:00:00+07:00');
    await undo(id);
    expect(await balances()).toEqual(before);
    const days = await shop.database.prisma.journalEntry.groupBy({
      by: ['businessDate'],
      where: { documentKind: 'opening', documentId: { in: await subjects(id) } },
      _count: true,
    });
    expect(days.map(({ _count }) => _count)).toEqual([2]);
    expect((await bringIn('stock', file)).rows).toEqual({ written: 2 });
  });

  it('stays when goods of it have moved', async () => {
    const file = `lokasi,sku,jumlah,nilai\n${LOCATION},KOPI-250,5,50000\n`;
    const { id } = await bringIn('stock', file);
    await shop.sell(customer, 1);
    expect(await refusalOf(undo(id))).toMatchObject({
      errors: [{ detail: expect.stringContaining('Its goods have moved since.') as string }],
    });
  });
});

describe('an import of receivables', () => {
  const HEADER = 'no faktur;kode pelanggan;tanggal;jatuh tempo;sisa';
  const row = (number: string, open: string) =>
    `${number};${customer};01/06/2026;20/06/2026;${open}`;

  it('leaves the books with its ledger, and comes in again with another amount', async () => {
    const before = await balances();
    const file = [HEADER, row('UR/1', '100.000'), row('UR/2', '200.000')].join('\n');
    const { id } = await bringIn('receivables', file);
    const [invoiceId = ''] = await subjects(id);
    await undo(id);
    expect(await balances()).toEqual(before);
    expect(await shop.database.prisma.invoice.count({ where: { number: 'UR/1' } })).toBe(0);
    const deleted = await shop.database.prisma.auditRow.findFirst({
      where: { tableName: 'invoice', rowId: invoiceId, action: 'delete' },
    });
    expect(deleted?.before).toMatchObject({ number: 'UR/1' });
    const starts = { where: { workflowId: `receivable:${invoiceId}` } };
    expect(await shop.database.prisma.workflowStart.count(starts)).toBe(0);

    expect((await bringIn('receivables', file)).rows).toEqual({ written: 2 });
    const mended = [HEADER, row('UR/3', '5.000')].join('\n');
    const wrong = await bringIn('receivables', mended);
    await undo(wrong.id);
    const right = await bringIn('receivables', mended.replace('5.000', '50.000'));
    expect(right.rows).toEqual({ written: 1 });
  });

  it('stays when one is paid, also when the payment was reversed', async () => {
    const { id } = await bringIn('receivables', [HEADER, row('UR/4', '70.000')].join('\n'));
    const [invoiceId = ''] = await subjects(id);
    await shop.pay(invoiceId, 20_000n);
    expect(await refusalOf(undo(id))).toMatchObject({
      errors: [{ param: 'line 2', detail: expect.stringMatching(/^UR\/4: .*settled/) as string }],
    });
  });
});

describe('an import of balances', () => {
  it('is booked back', async () => {
    const before = await balances();
    const { id } = await bringIn(
      'balances',
      'Kode Akun;Debet;Kredit\n1110;2.000.000;0\n2310;;500\n',
    );
    await undo(id);
    expect(await balances()).toEqual(before);
    expect(await refusalOf(undo(id))).toMatchObject({ code: 'IMPORT_UNDONE' });
  });

  it('stays when its period was closed', async () => {
    const { id } = await bringIn('balances', 'Kode Akun;Debet;Kredit\n1120;7.000;0\n', {
      settings: { businessDate: '2026-06-30' },
    });
    const { legalEntityId } = shop.shop;
    const [startsOn, endsOn] = [new Date('2026-06-01'), new Date('2026-06-30')];
    const closed = { state: 'closed', closedAt: new Date(shop.clock.iso()), closedBy: 'test' };
    await shop.change((tx) =>
      tx.accountingPeriod.create({ data: { legalEntityId, startsOn, endsOn, ...closed } }),
    );
    expect(await refusalOf(undo(id))).toMatchObject({
      errors: [{ detail: expect.stringContaining('period has been closed') as string }],
    });
  });
});

describe('what cannot be undone', () => {
  it.each([
    [
      'a dry run',
      () => bringIn('items', 'sku,name,harga,taxCode\nU-7,A,1,PPN\n', { mode: 'dry-run' }),
    ],
    ['a refused file', () => bringIn('items', 'Lorem ipsum')],
  ])('%s has written nothing', async (_, brought) => {
    const { id } = await brought();
    expect(await refusalOf(undo(id))).toMatchObject({ code: 'IMPORT_WROTE_NOTHING' });
  });

  it('is what still writes', async () => {
    const id = await handIn(shop.database, 'sku,name,harga,taxCode\nU-8,A,1,PPN\n');
    expect(await refusalOf(undo(id))).toMatchObject({ code: 'IMPORT_UNFINISHED' });
  });
});

async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  return attempt.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: unknown) => error as Refusal,
  );
}

async function subjects(importId: string): Promise<string[]> {
  const rows = await shop.database.prisma.importRow.findMany({
    where: { importId, subjectId: { not: null } },
    orderBy: { line: 'asc' },
  });
  return rows.map(({ subjectId }) => subjectId ?? '');
}

function itemsNamed(sku: string) {
  return shop.database.prisma.item.findMany({ where: { sku }, include: { barcodes: true } });
}

function customersLike(prefix: string) {
  return shop.database.prisma.customer.findMany({
    where: { number: { startsWith: prefix } },
    orderBy: { number: 'asc' },
  });
}

async function sequence(): Promise<number> {
  const [{ number }] = await shop.database.prisma.$queryRaw<[{ number: number }]>`
    SELECT number FROM catalogue_sequence`;
  return number;
}
