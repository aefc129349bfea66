import { brokenInvariants } from '../../support/books.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { bringIn, faultsOf } from '../../support/imports.js';
import { createShop } from '../../support/shop.js';

const opened = useEmptyBooks();
const database = () => opened().database;

beforeAll(() => createShop(database()));

describe('customers from a file', () => {
  const HEADER = 'Kode Pelanggan;Nama;NPWP;Alamat;HP;Tempo;Segmen';

  it('are written as the call writes them, with the faults of the call', async () => {
    const { rows, id } = await bringIn(
      database(),
      [
        HEADER,
        'P-1;Warung Melati;01.234.567.8-901.000;Jl. Contoh 5;0812-0000-0005;14;wholesale',
        'P-2;Toko Tanpa Alamat;;;;;',
        'P-3;Toko NPWP;123;Jl. Contoh 6;;;',
        'P-4;Toko Telepon;;Jl. Contoh 7;bukan nomor;;',
        'P-5;Toko Tempo;;Jl. Contoh 8;;satu bulan;',
        'P-6;Toko Biasa;;Jl. Contoh 9;;;',
      ].join('\n'),
      { kind: 'customers' },
    );
    expect(rows).toEqual({ written: 2, refused: 4 });
    expect(await faultsOf(database(), id)).toEqual([
      [3, 'Alamat', 'FIELD_REQUIRED'],
      [4, 'NPWP', 'TAX_NUMBER_MALFORMED'],
      [5, 'HP', 'PHONE_MALFORMED'],
      [6, 'Tempo', 'IMPORT_NUMBER_UNREADABLE'],
    ]);
    const melati = await database().prisma.customer.findUnique({ where: { number: 'P-1' } });
    expect(melati).toMatchObject({ segment: 'wholesale', termsDays: 14, active: true });
  });

  it('with a number that a customer has change it, and the rows beside them are added', async () => {
    const { id, rows } = await bringIn(
      database(),
      [
        HEADER,
        'Q-1;Toko;;Jl. Contoh 9;;;',
        'P-6;Toko Lain;;Jl. Contoh 1;;;',
        'Q-2;Toko;;Jl. Contoh 9;;;',
      ].join('\n'),
      { kind: 'customers' },
    );
    expect(rows).toEqual({ written: 3 });
    const row = await database().prisma.importRow.findUnique({
      where: { importId_line: { importId: id, line: 3 } },
    });
    expect(row?.changes).toEqual([
      { field: 'name', before: 'Toko Biasa', after: 'Toko Lain' },
      { field: 'address', before: 'Jl. Contoh 9', after: 'Jl. Contoh 1' },
    ]);
  });
});

describe('opening stock from a file', () => {
  it('is put on the shelves with its value, and the ledger ties', async () => {
    const { id, rows } = await bringIn(
      database(),
      [
        'Kode Barang;Jumlah;Nilai',
        'KOPI-250;10;180.000',
        'NIHIL;1;100',
        'BERAS-KG;2,5;30.000',
        'JASA-KADO;1;1',
        'TEH-100;-1;100',
      ].join('\n'),
      { kind: 'stock', settings: { location: 'BDG1-FLOOR' } },
    );
    expect(rows).toEqual({ written: 2, refused: 3 });
    expect(await faultsOf(database(), id)).toEqual([
      [3, 'Kode Barang', 'ITEM_UNKNOWN'],
      [5, 'Kode Barang', 'ITEM_NOT_STOCKED'],
      [6, 'Jumlah', 'QUANTITY_NOT_POSITIVE'],
    ]);
    const levels = await database().prisma.stockLevel.findMany({
      where: { location: { code: 'BDG1-FLOOR' } },
      orderBy: { onHandMilli: 'asc' },
    });
    expect(levels.map(({ onHandMilli }) => onHandMilli)).toEqual([2_500n, 10_000n]);
    expect(await brokenInvariants({ database: database() })).toEqual([]);
  });

  it('in a place that is not there is refused row by row', async () => {
    const { id, rows } = await bringIn(
      database(),
      'lokasi,sku,jumlah,nilai\nNOWHERE,KOPI-250,1,100\nNOWHERE,TEH-100,1,100\n',
      { kind: 'stock' },
    );
    expect(rows).toEqual({ refused: 2 });
    expect(await faultsOf(database(), id)).toEqual([
      [2, 'lokasi', 'LOCATION_UNKNOWN'],
      [3, 'lokasi', 'LOCATION_UNKNOWN'],
    ]);
  });
});
