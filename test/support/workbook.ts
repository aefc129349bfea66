import { strToU8, zipSync } from 'fflate';

/** A cell of a sheet: text, a number, a day (as its serial number), or a formula with its stored value. */
export type SheetCell =
  string | number | Readonly<{ day: number }> | Readonly<{ formula: string; value: string }> | null;

/** A workbook with one sheet, as spreadsheets write it: texts apart, empty cells left out. */
export function workbook(rows: readonly (readonly SheetCell[])[]): Buffer {
  const texts: string[] = [];
  const sheet = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => xmlOf(cell, { row, column, texts })).join('')}</row>`,
    )
    .join('');
  const xml = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`);
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': xml('<Types/>'),
      'xl/workbook.xml': xml('<workbook/>'),
      'xl/worksheets/sheet1.xml': xml(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
      'xl/sharedStrings.xml': xml(
        `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
      ),
      'xl/styles.xml': xml(
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      ),
    }),
  );
}

type Place = Readonly<{ row: number; column: number; texts: string[] }>;

function xmlOf(cell: SheetCell, { row, column, texts }: Place): string {
  if (cell === null) return '';
  const r = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (typeof cell === 'string') return `<c r="${r}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
  if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`;
  if ('day' in cell) return `<c r="${r}" s="1"><v>${cell.day}</v></c>`;
  return `<c r="${r}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
