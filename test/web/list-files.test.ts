import { unzipSync, strFromU8 } from 'fflate';
import { openXlsx } from '../../activities/imports/readers/read-xlsx.js';
import { csvOf } from '../../web/src/ui/files/csv.js';
import type { TakenList } from '../../web/src/ui/files/taken-list.js';
import { xlsxOf } from '../../web/src/ui/files/xlsx.js';
import { inHundredths } from '../../web/src/ui/hundredths.js';
import { dayIn, momentIn, moneyIn, numberIn, percentIn, textIn } from '../../web/src/ui/cells.js';

const IDR = (amount: string) => moneyIn({ amount, currency: 'IDR' });
const AUD = (amount: string) => moneyIn({ amount, currency: 'AUD' });

function listOf(part: Partial<TakenList>, language: 'en' | 'id' = 'en'): TakenList {
  return {
    title: 'Sales',
    name: 'sales-2026-12-01',
    about: [['Taken by', 'Sri']],
    heads: ['Sale'],
    rows: [],
    place: { language, timeZone: 'Asia/Jakarta', nowMs: Date.parse('2026-12-01T01:00:00Z') },
    ...part,
  };
}

const HEADS = ['Sale', 'Due', 'Since', 'Weight', 'Share', 'Open (Rp)'];
const ROW = [
  textIn('TK-1'),
  dayIn('2026-12-24'),
  momentIn('2026-11-30T17:30:00Z'),
  numberIn('17.484', 'kg'),
  percentIn('0.2445'),
  IDR('-1250000'),
];

describe('a list as CSV', () => {
  it('begins with a byte order mark, and has the marks that English spreadsheets read', () => {
    expect(csvOf(listOf({ heads: HEADS, rows: [ROW] }))).toBe(
      '\uFEFFSale,Due,Since,Weight,Share,Open (Rp)\r\n' +
        'TK-1,2026-12-24,2026-12-01 00:30,17.484 kg,24.45%,-1250000\r\n',
    );
  });

  it('has the marks that Indonesian spreadsheets read', () => {
    expect(csvOf(listOf({ heads: HEADS, rows: [ROW] }, 'id'))).toBe(
      '\uFEFFSale;Due;Since;Weight;Share;Open (Rp)\r\n' +
        'TK-1;2026-12-24;2026-12-01 00:30;"17,484 kg";"24,45%";-1250000\r\n',
    );
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+62812', '+62812'],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', `"'\tx"`],
    ['Toko, Baru', '"Toko, Baru"'],
    ['a;b', '"a;b"'],
    ['two\nlines', '"two\nlines"'],
  ])('makes %j harmless', (text, cell) => {
    expect(csvOf(listOf({ rows: [[textIn(text)]] }))).toBe(`\uFEFFSale\r\n${cell}\r\n`);
  });

  it('names the currency of its money: in the head, or beside it where there are several', () => {
    const heads = ['Open (Rp)'];
    expect(csvOf(listOf({ heads, rows: [[AUD('12.50')]] }))).toContain('Open (AUD)\r\n12.50');
    const mixed = listOf({ heads, rows: [[AUD('12.50')], [IDR('7')]] });
    expect(csvOf(mixed)).toContain('Open,"Open, ISO 4217"\r\n12.50,AUD\r\n7,IDR\r\n');
  });

  it.each([
    ['0.2', '20'],
    ['0.2445', '24.45'],
    ['-0.005', '-0.5'],
    ['1', '100'],
    ['12.3', '1230'],
  ])('writes a share of %s as %s percent', (share, percent) => {
    expect(inHundredths(share)).toBe(percent);
  });
});

describe('a list as a workbook', () => {
  it('is read by the reader of imports, numbers as numbers and days as days', async () => {
    const rows = await rowsOf(xlsxOf(listOf({ heads: HEADS, rows: [ROW] })));
    expect(rows[0]).toEqual(HEADS);
    const [sale, due, since, weight, share, open] = rows[1] ?? [];
    expect([sale, due, since]).toEqual(['TK-1', '2026-12-24', '2026-12-01']);
    const numbers = [weight, share, open].map((cell) => (cell as { number?: string }).number);
    expect(numbers).toEqual(['17.484', '0.2445', '-1250000']);
  });

  it('has a format for each kind of figure, and never a formula', () => {
    const rows = [[...ROW, AUD('12.50'), textIn('=1+1 & <b>\u0001')]];
    const parts = unzipSync(xlsxOf(listOf({ heads: [...HEADS, 'Fee', 'Note'], rows })));
    const partOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const styles = partOf('xl/styles.xml');
    for (const format of ['yyyy-mm-dd hh:mm', '0.0%', '&quot;AUD &quot;#,##0.00', ' kg'])
      expect(styles).toContain(format);
    const sheet = partOf('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('s="2" t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;b>');
    expect(sheet).not.toContain('<f>');
    expect(partOf('xl/worksheets/sheet2.xml')).toContain('Sri');
  });

  it('may have more columns than letters', async () => {
    const heads = Array.from({ length: 30 }, (_, n) => `Column ${n + 1}`);
    const rows = [heads.map((head) => textIn(head))];
    expect((await rowsOf(xlsxOf(listOf({ heads, rows }))))[1]).toEqual(heads);
  });
});

async function rowsOf(bytes: Uint8Array) {
  const { rows } = await openXlsx(async function* () {
    yield bytes;
  });
  const found = [];
  for await (const row of rows()) if (row.kind === 'row') found.push(row.cells);
  return found;
}
