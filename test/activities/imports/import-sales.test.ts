import { undoImport } from '../../../activities/imports/undo-import.js';
import { accountBalances } from '../../support/account-balances.js';
import { verifyAfterEach } from '../../support/books.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { carry, faultsOf, handIn, type Brought } from '../../support/imports.js';
import { settableClock } from '../../support/settable-clock.js';
import { createShop, testContext } from '../../support/shop.js';
import { workbook } from '../../support/workbook.js';

const NOW = '2026-07-01T09:00:00+07:00';

const opened = useEmptyBooks();
const database = () => opened().database;
const clock = settableClock(NOW);

beforeAll(async () => {
  await createShop(database(), new Date(NOW));
  const stock = 'lokasi,sku,jumlah,nilai\nJKT1-FLOOR,KOPI-250,100,2000000\n';
  await bringIn(stock, 'stock');
});
verifyAfterEach(() => ({ database: database(), at: NOW }));

const HEADER =
  'No Struk;Toko;Tanggal;Jam;Kasir;Kode Barang;Nama Barang;Qty;Harga;Diskon;Pembayaran;Total Bayar';

async function bringIn(
  content: string | Buffer,
  kind: 'sales' | 'stock' = 'sales',
): Promise<Brought> {
  return carry(database(), await handIn(database(), content, { kind }), clock);
}

function sales(...rows: readonly string[]): Promise<Brought> {
  return bringIn([HEADER, ...rows].join('\n'));
}

async function saleOf(line: number, importId: string) {
  const row = await database().prisma.importRow.findUniqueOrThrow({
    where: { importId_line: { importId, line } },
  });
  return database().prisma.sale.findUniqueOrThrow({
    where: { id: row.subjectId ?? '' },
    include: { lines: { orderBy: { lineNumber: 'asc' } }, tenders: true, terminal: true },
  });
}

describe('sales of the tills of another system', () => {
  it('are booked as they happened: day, store, goods, money, and no paper', async () => {
    const before = await accountBalances(database());
    const { id, rows } = await sales(
      'A-1;JKT1;28/06/2026;09:15;Sri;KOPI-250;Kopi;2;45.000;;Tunai;90.000',
      'A-2;JKT1;29/06/2026;10:00;Sri;KOPI-250;Kopi;1;45.000;;QRIS;50.000',
      'A-2;JKT1;29/06/2026;10:00;Sri;BARU-9;Barang lama;1;5.000;;QRIS;50.000',
    );
    expect(rows).toEqual({ written: 3 });
    const first = await saleOf(2, id);
    expect(first).toMatchObject({
      mode: 'completed',
      totalAmount: 90_000n,
      cashier: 'Sri',
      terminal: { code: 'JKT1-LAMA' },
      tenders: [{ type: 'cash', amount: 90_000n }],
    });
    expect(first.businessDate.toISOString()).toBe('2026-06-28T00:00:00.000Z');
    expect(first.capturedAt.toISOString()).toBe('2026-06-28T02:15:00.000Z');
    const second = await saleOf(3, id);
    expect((await saleOf(4, id)).id).toBe(second.id);
    expect(second.lines.map(({ sku, name }) => [sku, name])).toEqual([
      ['KOPI-250', expect.any(String)],
      ['BARU-9', 'Barang lama'],
    ]);
    expect(second.tenders).toMatchObject([{ type: 'qris', amount: 50_000n }]);

    const level = await database().prisma.stockLevel.findFirst({
      where: { item: { sku: 'KOPI-250' }, location: { code: 'JKT1-FLOOR' } },
    });
    expect(level?.onHandMilli).toBe(1_097_000n);
    const after = await accountBalances(database());
    expect((after.get('1110') ?? 0n) - (before.get('1110') ?? 0n)).toBe(90_000n);
    const ids = [first.id, second.id];
    expect(await database().prisma.printJob.count({ where: { saleId: { in: ids } } })).toBe(0);
    const kinds = await database().prisma.workItem.findMany({ where: { saleId: second.id } });
    expect(kinds.map(({ kind }) => kind)).toEqual(['sku-unknown']);
  });

  it('are the same sales in another file, and another content of a receipt is refused', async () => {
    const count = await database().prisma.sale.count();
    const { id, rows } = await sales(
      'A-1;JKT1;28/06/2026;09:15;Sri;KOPI-250;Kopi;2;45.000;;Tunai;90.000',
      'A-2;JKT1;29/06/2026;10:00;Sri;KOPI-250;Kopi;7;45.000;;QRIS;315.000',
    );
    expect(rows).toEqual({ known: 1, refused: 1 });
    expect(await faultsOf(database(), id)).toEqual([[3, null, 'IMPORT_ROW_CHANGED']]);
    expect(await database().prisma.sale.count()).toBe(count);
  });

  it('are refused as whole receipts, and each row says why', async () => {
    const { id, rows } = await sales(
      'B-1;JKT1;28/06/2026;;;KOPI-250;;1;45.000;;Tunai;',
      'B-1;JKT1;28/06/2026;;;KOPI-250;;satu;45.000;;Tunai;',
      'B-2;JKT1;28/06/2026;;;KOPI-250;;-1;45.000;;Tunai;',
      'B-3;BDG9;28/06/2026;;;KOPI-250;;1;45.000;;Tunai;',
      'B-4;JKT1;02/07/2026;;;KOPI-250;;1;45.000;;Tunai;',
      'B-5;JKT1;28/06/2026;;;KOPI-250;;1;45.000;;Piutang;',
      'B-6;JKT1;28/06/2026;;;KOPI-250;;1;45.000;;Tunai;30.000',
      'B-6;JKT1;28/06/2026;;;KOPI-250;;1;45.000;;QRIS;',
      'B-7;JKT1;28/06/2026;;;KOPI-250;;1;45.000;;Tunai;;zu viel',
      'B-7;JKT1;28/06/2026;;;KOPI-250;;1;45.000;;Tunai;',
      'B-8;JKT1;28/06/2026;;;KOPI-250;;1;45.000;;Tunai;',
    );
    expect(rows).toEqual({ written: 1, refused: 10 });
    expect(await faultsOf(database(), id)).toEqual([
      [2, null, 'IMPORT_RECORD_BROKEN'],
      [3, 'Qty', 'IMPORT_NUMBER_UNREADABLE'],
      [4, 'Qty', 'QUANTITY_NOT_ALLOWED'],
      [4, null, 'TENDER_NOT_POSITIVE'],
      [5, 'Toko', 'STORE_UNKNOWN'],
      [6, 'Tanggal', 'BUSINESS_DATE_IN_FUTURE'],
      [7, 'Pembayaran', 'FIELD_INVALID'],
      [8, null, 'IMPORT_RECORD_BROKEN'],
      [9, 'Total Bayar', 'SALE_TOTAL_UNCLEAR'],
      [10, null, 'IMPORT_ROW_TOO_WIDE'],
      [11, null, 'IMPORT_RECORD_BROKEN'],
    ]);
  });

  it('that are longer than a part stay whole', async () => {
    const rows = Array.from({ length: 260 }, (_, index) =>
      [1, 2].map(
        () => `C-${Math.floor(index / 3)};JKT1;28/06/2026;;;JASA-${index % 3};Jasa;1;1.000;;Tunai;`,
      ),
    ).flat();
    const { id, rows: told } = await sales(...rows);
    expect(told).toEqual({ written: 520 });
    const receipts = await database().prisma.importRow.groupBy({
      by: ['subjectId'],
      where: { importId: id },
      _count: true,
    });
    expect(receipts).toHaveLength(87);
    expect(new Set(receipts.map(({ _count }) => _count))).toEqual(new Set([6, 4]));
  });

  it('stay, because they have happened', async () => {
    const { id } = await sales('D-1;JKT1;28/06/2026;;;KOPI-250;;1;45.000;;Tunai;');
    const ctx = testContext(NOW);
    await expect(
      database().transaction(ctx, (tx) => undoImport(tx, ctx, { importId: id })),
    ).rejects.toMatchObject({ code: 'IMPORT_IN_USE', param: 'line 2' });
  });

  it('write nothing in a dry run', async () => {
    const count = await database().prisma.sale.count();
    const content = [HEADER, 'E-1;JKT1;28/06/2026;;;KOPI-250;;1;45.000;;Tunai;'].join('\n');
    const id = await handIn(database(), content, { kind: 'sales', mode: 'dry-run' });
    expect((await carry(database(), id, clock)).rows).toEqual({ 'would-be-written': 1 });
    expect(await database().prisma.sale.count()).toBe(count);
  });
});

describe('card numbers in sales of the tills of another system', () => {
  it.each([
    ['in text', (text: string) => Buffer.from(text)],
    ['in a workbook', (text: string) => workbook(text.split('\n').map((line) => line.split(';')))],
  ])('are kept in no row, and the file is not kept with them: %s', async (what, made) => {
    const card = '5105105105105100';
    const key = what.length;
    const file = [
      HEADER,
      `KARTU-${key};JKT1;28/06/2026;09:15;Sri ${card};LAMA-8;Kopi;1;45.000;;Tunai;45.000`,
      `KREDIT-${key};JKT1;28/06/2026;09:15;Sri;E${card};Kopi;1;45.000;;kartu ${card};45.000`,
    ].join('\n');
    const { rows } = await bringIn(made(file));
    expect(rows).toEqual({ written: 1, refused: 1 });
    const hex = Buffer.from(card).toString('hex');
    const kept = await database().prisma.$queryRaw<{ bytes: number; holds: boolean }[]>`
      SELECT (SELECT sum(length(content))::int FROM import_piece WHERE import_id = r.import_id) AS bytes,
        bool_or(r::text LIKE ${`%${card}%`} OR p::text LIKE ${`%${hex}%`} OR s::text LIKE ${`%${card}%`}) AS holds
      FROM import_row r JOIN import_piece p ON p.import_id = r.import_id LEFT JOIN sale s ON s.id::text = r.subject_id
      WHERE r.cells::text LIKE ${`%KREDIT-${key}%`} OR r.cells::text LIKE ${`%KARTU-${key}"%`} GROUP BY r.import_id`;
    expect(kept).toEqual([{ bytes: 0, holds: false }]);
  });
});
