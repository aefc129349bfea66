import { strToU8, zipSync } from 'fflate';
import { openFile } from '../../../activities/imports/readers/open-file.js';
import type { FileRow } from '../../../activities/imports/readers/file-row.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { bringIn, faultsOf } from '../../support/imports.js';
import { createShop } from '../../support/shop.js';
import { workbook } from '../../support/workbook.js';

const opened = useEmptyBooks();
const database = () => opened().database;

beforeAll(() => createShop(database()));

async function rowsOf(content: Buffer, pieceBytes = 1_000): Promise<FileRow[]> {
  const file = await openFile(async function* pieces() {
    for (let from = 0; from < content.length; from += pieceBytes) {
      yield content.subarray(from, from + pieceBytes);
    }
  });
  const rows: FileRow[] = [];
  for await (const row of file.rows()) rows.push(row);
  return rows;
}

describe('a workbook', () => {
  it('is read row by row: texts, numbers, days, the stored values of formulas, and gaps', async () => {
    const rows = await rowsOf(
      workbook([
        ['kode', 'nama', 'harga', 'tanggal', 'lain'],
        ['007', 'Kopi & <Teh>', 29_000.5, { day: 46_204 }, { formula: '1+1', value: '2' }],
        ['A', null, 0.1 + 0.2],
      ]),
    );
    expect(rows).toEqual([
      { kind: 'row', line: 1, cells: ['kode', 'nama', 'harga', 'tanggal', 'lain'] },
      {
        kind: 'row',
        line: 2,
        cells: ['007', 'Kopi & <Teh>', { number: '29000.5' }, '2026-07-01', '2'],
      },
      { kind: 'row', line: 3, cells: ['A', '', { number: '0.3' }, '', ''] },
    ]);
  });

  it('brings in items; numbers are read as the sheet holds them, whatever the comma of the country', async () => {
    const { id, rows } = await bringIn(
      database(),
      workbook([
        ['Kode Barang', 'Nama Barang', 'Harga Jual', 'Barcode', 'Pajak'],
        ['X-1', 'Kopi', 29_000, 8_990_000_000_013, 'PPN'],
        ['X-2', 'Teh', '29.000', null, 'PPN'],
        ['X-3', 'Gula', 1.5, null, 'PPN'],
      ]),
    );
    expect(rows).toEqual({ written: 2, refused: 1 });
    expect(await faultsOf(database(), id)).toEqual([[4, 'Harga Jual', 'MONEY_TOO_PRECISE']]);
    const items = await database().prisma.item.findMany({
      where: { sku: { startsWith: 'X-' } },
      include: { prices: true, barcodes: true },
      orderBy: { sku: 'asc' },
    });
    expect(items).toMatchObject([
      { prices: [{ unitAmount: 29_000n }], barcodes: [{ barcode: '8990000000013' }] },
      { prices: [{ unitAmount: 29_000n }] },
    ]);
  });

  it.each<[string, () => Buffer]>([
    ['half of it', () => big().subarray(0, big().length / 2)],
    ['an archive that is no workbook', () => Buffer.from(zipSync({ 'a.txt': Buffer.from('x') }))],
    [
      'a sheet that is no XML',
      () => Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': Buffer.from('<a><b></a>') })),
    ],
    [
      'a document type in it',
      () =>
        Buffer.from(
          zipSync({
            'xl/worksheets/sheet1.xml': Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
          }),
        ),
    ],
    ['an archive in name only', () => Buffer.from('PK\u0003\u0004 and then nothing')],
    [
      'a text of twelve million signs',
      () => packed({ sharedStrings: `<sst><si><t>${'a'.repeat(MANY)}` }),
    ],
    [
      'a tag of twelve million signs',
      () => packed({ sharedStrings: `<sst a="${'a'.repeat(MANY)}"/>` }),
    ],
    ['a comment of twelve million signs', () => packed({ styles: `<!--${'a'.repeat(MANY)}` })],
    [
      'elements inside each other',
      () => packed({ styles: '<a>'.repeat(100) + '</a>'.repeat(100) }),
    ],
    [
      'seventy thousand styles',
      () => packed({ styles: `<cellXfs>${'<xf/>'.repeat(70_000)}</cellXfs>` }),
    ],
    [
      'five million empty texts',
      () => packed({ sharedStrings: `<sst>${'<si/>'.repeat(5_000_000)}</sst>` }),
    ],
  ])('is refused as a whole: %s', async (_, content) => {
    const { state, refusal, rows } = await bringIn(database(), content());
    expect({ state, refusal, rows }).toEqual({
      state: 'refused',
      refusal: 'IMPORT_FILE_BROKEN',
      rows: {},
    });
  });
});

const MANY = 12_000_000;

/** A good sheet, with another part that is none. */
function packed(parts: Readonly<Record<string, string>>): Buffer {
  const row = ['sku', 'name', 'price'].map((name) => `<c t="str"><v>${name}</v></c>`).join('');
  const sheet = `<worksheet><sheetData><row>${row}</row></sheetData></worksheet>`;
  const others = Object.entries(parts).map(([name, xml]) => [`xl/${name}.xml`, strToU8(xml)]);
  return Buffer.from(
    zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet), ...Object.fromEntries(others) }),
  );
}

let made: Buffer | undefined;

function big(): Buffer {
  const rows = Array.from({ length: 5_000 }, (_, index) => [
    `H-${index}`,
    `Barang ${index * 7919}`,
    index,
  ]);
  made ??= workbook([['sku', 'nama', 'harga'], ...rows]);
  return made;
}
