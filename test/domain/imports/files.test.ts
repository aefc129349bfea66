import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell, detectDelimiter, withoutGuard } from '../../../domain/imports/csv-dialect.js';
import { proposeMapping } from '../../../domain/imports/propose-mapping.js';
import { readDate } from '../../../domain/imports/read-date.js';
import { itemsKind } from '../../../activities/imports/kinds/items.js';

describe('the delimiter of a file', () => {
  it.each([
    [['a,b,c', '1,2,3'], ','],
    [['a;b;c', '1;2,5;3'], ';'],
    [['a\tb', '1\t2'], '\t'],
    [['a|b|c', '1|2|3'], '|'],
    [['"nama, satuan";harga', '"x, y";5'], ';'],
    [['Laporan Produk', 'kode;harga', 'A;1,5', 'B;2,5'], ';'],
    [['alone', 'row'], ','],
  ])('of %j is %j', (lines, delimiter) => {
    expect(detectDelimiter(lines)).toBe(delimiter);
  });
});

describe('a cell that we write', () => {
  it.each(['=1+1', '＝1+1', '＋1', '－x', '＠SUM(A1)', '@SUM(A1)', '+62812', '-x', '\tx', "'=1"])(
    '%j runs in no spreadsheet',
    (text) => {
      const cell = csvCell(text).replaceAll('"', '');
      expect(cell.startsWith("'") || /^\+\d+$/.test(cell)).toBe(true);
    },
  );

  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const [[cell = ''] = []] = parse(csvCell(text), { relax_column_count: true }) as string[][];
        expect(withoutGuard(cell)).toBe(text);
      }),
    );
  });
});

describe('the columns of a file', () => {
  it.each([
    ['ours', ['sku', 'name', 'unitPrice']],
    ['Indonesian', ['KODE BARANG', 'Nama_Barang', 'Harga Jual (Rp)']],
    ['of Odoo', ['Internal Reference', 'Name', 'Sales Price']],
    ['of ERPNext', ['Item Code', 'Item Name', 'Standard Selling Rate']],
  ])('are known by names %s', (_, header) => {
    const proposal = proposeMapping(header, itemsKind.fields);
    expect(proposal).toMatchObject({
      kind: 'proposed',
      mapping: { sku: 0, name: 1, unitPrice: 2 },
    });
  });

  it('are named by a profile before all known names, also by their place', () => {
    const given = { name: 'Uraian', unitPrice: '#4' };
    const header = ['sku', 'name', 'uraian', 'x'];
    expect(proposeMapping(header, itemsKind.fields, given)).toMatchObject({
      mapping: { sku: 0, name: 2, unitPrice: 3 },
      unused: ['name'],
    });
  });

  it('are missed by name, and not chosen between', () => {
    expect(proposeMapping(['sku', 'name'], itemsKind.fields)).toEqual({
      kind: 'incomplete',
      missing: ['unitPrice'],
      found: 2,
    });
    expect(proposeMapping(['sku', 'SKU', 'name', 'harga'], itemsKind.fields)).toMatchObject({
      kind: 'ambiguous',
      field: 'sku',
    });
  });
});

describe('a date', () => {
  it.each([
    ['2026-11-22', 'dmy', '2026-11-22'],
    ['2026-11-22 10:15:00', 'dmy', '2026-11-22'],
    ['1/2/2026', 'dmy', '2026-02-01'],
    ['1/2/2026', 'mdy', '2026-01-02'],
    ['22 Agustus 2026', 'dmy', '2026-08-22'],
    ['3 Dec 2026', 'dmy', '2026-12-03'],
    ['13/13/2026', 'dmy', undefined],
    ['kemarin', 'dmy', undefined],
    ['45678', 'dmy', undefined],
  ] as const)('%s in the order %s is %s', (text, order, day) => {
    expect(readDate(text, order)).toBe(day);
  });
});
