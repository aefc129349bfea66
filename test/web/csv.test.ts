import { csvOf } from '../../web/src/ui/csv.js';

describe('CSV for spreadsheets', () => {
  it('begins with a byte order mark and ends each row', () => {
    expect(
      csvOf([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toBe('\uFEFFa,b\r\n1,2\r\n');
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+62812', '+62812'],
    ['-5000', '-5000'],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['Toko, Baru', '"Toko, Baru"'],
    ['two\nlines', '"two\nlines"'],
  ])('makes %j harmless', (value, cell) => {
    expect(csvOf([[value]])).toBe(`\uFEFF${cell}\r\n`);
  });
});
