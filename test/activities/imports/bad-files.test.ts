import { useEmptyBooks } from '../../support/empty-books.js';
import { bringIn, faultsOf, type Brought } from '../../support/imports.js';
import { createShop } from '../../support/shop.js';

const opened = useEmptyBooks();
const database = () => opened().database;

beforeAll(() => createShop(database()));

const FILE = 'kode;nama;harga;pajak\nÉ-1;Kopi “Éclair”;29.000,50;PPN\nÉ-2;Teh;1.250;PPN\n';
let number = 0;

/** The same file with keys of its own, in any encoding. */
function textOf(): string {
  number += 1;
  return FILE.replaceAll('É-', `É${number}-`).replaceAll(',50', '');
}

const utf16be = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
const windows1252 = (text: string) =>
  Buffer.from(text.replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1');

describe('a file in any encoding', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 of the other order', utf16be, 'utf-16be'],
    ['windows-1252', windows1252, 'windows-1252'],
    [
      'old Macs and Windows line ends',
      (text: string) => Buffer.from(text.replaceAll('\n', '\r\n')),
      'utf-8',
    ],
  ])('is read: %s', async (_, encode, encoding) => {
    const { id, rows } = await bringIn(database(), encode(textOf()));
    expect(rows).toEqual({ written: 2 });
    const { format } = await database().prisma.import.findUniqueOrThrow({ where: { id } });
    expect(format).toMatchObject({ encoding, delimiter: ';' });
    const items = await database().prisma.item.findMany({
      where: { sku: { startsWith: `É${number}-` } },
      include: { prices: true },
      orderBy: { sku: 'asc' },
    });
    expect(items).toMatchObject([
      { name: 'Kopi “Éclair”', prices: [{ unitAmount: 29_000n }] },
      { name: 'Teh', prices: [{ unitAmount: 1_250n }] },
    ]);
  });
});

describe('a file that is refused as a whole writes nothing', () => {
  it.each<[string, string | Buffer, string]>([
    ['nothing in it', '', 'IMPORT_EMPTY'],
    ['empty lines alone', '\n\n\r\n', 'IMPORT_EMPTY'],
    ['no header', 'A-1,Kopi,100\nA-2,Teh,200\n', 'IMPORT_HEADER_MISSING'],
    ['a header without the price', 'sku,name\nA-1,Kopi\n', 'IMPORT_COLUMN_MISSING'],
    ['two columns of one name', 'sku,SKU,name,harga\nA,B,C,1\n', 'IMPORT_COLUMN_AMBIGUOUS'],
    ['six hundred columns', `sku,name,harga${',x'.repeat(600)}\n`, 'IMPORT_COLUMNS_TOO_MANY'],
    [
      'a million columns',
      `sku,name,harga${',x'.repeat(1_000_000)}\nA,B,1\n`,
      'IMPORT_ROW_TOO_LONG',
    ],
    [
      'UTF-16 that ends inside a character',
      Buffer.from('\uFEFFsku,name', 'utf16le').subarray(0, 13),
      'IMPORT_ENCODING',
    ],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0, 0, 9]),
      'IMPORT_',
    ],
  ])('%s', async (_, content, code) => {
    const brought = await bringIn(database(), content);
    expect(brought).toMatchObject({ state: 'refused', rows: {} });
    expect(brought.refusal).toMatch(new RegExp(`^${code}`));
    expect(await bringIn(database(), content)).not.toMatchObject({ id: brought.id });
  });
});

describe('a row that is refused leaves those beside it alone', () => {
  const around = (row: string) => {
    number += 1;
    return bringIn(
      database(),
      `sku,name,harga,taxCode\nA${number},Kopi,100,PPN\n${row}\nZ${number},Teh,200,PPN\n`,
    );
  };
  const faults = async ({ id }: Brought) => faultsOf(database(), id);

  it.each<[string, string, [number, string | null, string][]]>([
    ['half of it', 'B,Gula', [[3, null, 'IMPORT_ROW_TOO_SHORT']]],
    ['a comma too many', 'B,Gula,1,000,PPN', [[3, null, 'IMPORT_ROW_TOO_WIDE']]],
    ['a quote that does not end', '"B,Gula,100,PPN', [[3, null, 'IMPORT_QUOTE_OPEN']]],
    [
      'a row of a megabyte',
      `B,${'x'.repeat(1_048_576)},100,PPN`,
      [[3, null, 'IMPORT_ROW_TOO_LONG']],
    ],
    ['a shortened barcode', '"8,99E+12",Gula,100,PPN', [[3, 'sku', 'IMPORT_NUMBER_ROUNDED']]],
    ['a formula as a price', 'B,Gula,=1+1,PPN', [[3, 'harga', 'IMPORT_NUMBER_UNREADABLE']]],
    ['a formula as a SKU', '=B1,Gula,100,PPN', [[3, 'sku', 'FIELD_INVALID']]],
    ['nothing where something is needed', ',Gula,100,PPN', [[3, 'sku', 'FIELD_REQUIRED']]],
    ['a price below zero', 'B,Gula,-100,PPN', [[3, 'harga', 'PRICE_NEGATIVE']]],
    ['parts of a rupiah', 'B,Gula,"100,50",PPN', [[3, 'harga', 'MONEY_TOO_PRECISE']]],
    [
      'an amount of twenty digits',
      `B,Gula,${'9'.repeat(20)},PPN`,
      [[3, 'harga', 'MONEY_TOO_LARGE']],
    ],
    ['a zero character', 'B\u0000,Gu\u0000la,x,PPN', [[3, 'harga', 'IMPORT_NUMBER_UNREADABLE']]],
  ])('%s', async (_, row, expected) => {
    const brought = await around(row);
    expect(await faults(brought)).toEqual(expected);
    expect(brought.rows).toEqual({ written: 2, refused: 1 });
  });

  it('is kept as text when it only looks like a formula or has inches in it', async () => {
    number += 1;
    const rows = [
      `F${number},=HYPERLINK("x"),100,PPN`,
      `G${number},Pipa 3",100,PPN`,
      `H${number},"Dua\nbaris",100,PPN`,
    ];
    const { rows: counts, id } = await bringIn(
      database(),
      `sku,name,harga,taxCode\n${rows.join('\n')}\n`,
    );
    expect(counts).toEqual({ written: 2, refused: 1 });
    expect(await faultsOf(database(), id)).toEqual([[4, 'name', 'FIELD_INVALID']]);
    const items = await database().prisma.item.findMany({
      where: { sku: { in: [`F${number}`, `G${number}`] } },
      orderBy: { sku: 'asc' },
    });
    expect(items.map(({ name }) => name)).toEqual(['=HYPERLINK("x")', 'Pipa 3"']);
  });
});
