import { strToU8, zipSync } from 'fflate';
import { runsAsFormula } from '../../../../domain/imports/csv-dialect.js';
import { minorUnitOf, parseCurrency } from '../../../../domain/money/currency.js';
import type { Cell } from '../cells.js';
import { sheetNames, wallClock, type TakenList } from './taken-list.js';

/**
 * A list as a workbook (ECMA-376): numbers, money and days are typed cells in formats of their own, texts never run. The
 * second sheet says what the list is and who took it.
 */
export function xlsxOf(list: TakenList): Uint8Array<ArrayBuffer> {
  const styles = new Styles();
  const rows = [list.heads.map((head) => textCell(head, HEAD)), ...rowsOf(list, styles)];
  const about = list.about.map(([label, says]) => [textCell(label, HEAD), textCell(says, TEXT)]);
  const [first, second] = sheetNames(list);
  const parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook([first, second]),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet(rows, { widths: widthsOf(list), isHeaded: true }),
    'xl/worksheets/sheet2.xml': sheet(about, { widths: [24, 80], isHeaded: false }),
    'xl/styles.xml': styles.xml(),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(`${XML}${xml}`)]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

function relations(of: readonly (readonly [type: string, target: string])[]): string {
  const each = of.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

// ------------------------------------------------------------------ cells

/** A cell without its place: `attributes` and content of its element. */
type Written = Readonly<{ attributes: string; content: string }> | undefined;

/** The first styles of a workbook, in the order of `Styles`. */
const [TEXT, HEAD, GUARDED] = [0, 1, 2];

function rowsOf({ rows, place }: TakenList, styles: Styles): Written[][] {
  const written = (cell: Cell): Written => {
    switch (cell.kind) {
      case 'none':
        return undefined;
      case 'text':
        return textCell(cell.text, runsAsFormula(cell.text) ? GUARDED : TEXT);
      case 'money':
        return numberCell(cell.money.amount, styles.of(moneyFormat(cell.money.currency)));
      case 'number':
        return numberCell(cell.value, styles.of(unitFormat(cell.unit)));
      case 'percent':
        return numberCell(cell.share, styles.of('0.0%'));
      case 'day':
        return numberCell(serial(cell.on), styles.of('yyyy-mm-dd'));
      case 'moment':
        return numberCell(serial(wallClock(cell.at, place)), styles.of('yyyy-mm-dd hh:mm'));
    }
  };
  return rows.map((row) => row.map(written));
}

function textCell(text: string, style: number | undefined): Written {
  const content = `<is><t xml:space="preserve">${escaped(text)}</t></is>`;
  return { attributes: `s="${style}" t="inlineStr"`, content };
}

function numberCell(value: string, style: number): Written {
  return { attributes: `s="${style}"`, content: `<v>${value}</v>` };
}

function moneyFormat(currency: string): string {
  const decimals = minorUnitOf(parseCurrency(currency));
  const figure = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return currency === 'IDR' ? `"Rp"${figure}` : `"${currency} "${figure}`;
}

function unitFormat(unit: string | undefined): string {
  return unit === undefined ? 'General' : `General" ${unit.replaceAll('"', '')}"`;
}

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, whose year 1900 had a 29 February. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);

/** A day, or a day with the time on the wall, as spreadsheets count it. */
function serial(wall: string): string {
  return String((Date.parse(`${wall.replace(' ', 'T')}Z`) - DAY_ZERO_MS) / DAY_MS);
}

// ------------------------------------------------------------------ sheets

type Look = Readonly<{ widths: readonly number[]; isHeaded: boolean }>;

function sheet(rows: readonly (readonly Written[])[], { widths, isHeaded }: Look): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const lines = rows.map((cells, row) => {
    const each = cells.map((cell, column) =>
      cell === undefined
        ? ''
        : `<c r="${letters(column)}${row + 1}" ${cell.attributes}>${cell.content}</c>`,
    );
    return `<row r="${row + 1}">${each.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}">${isHeaded ? pane : ''}<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const LETTERS = 26;

/** The name of a column: 0 is A, 26 is AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % LETTERS));
  return column < LETTERS ? last : `${letters(Math.floor(column / LETTERS) - 1)}${last}`;
}

const [NARROWEST, WIDEST, FIGURE] = [10, 60, 16];

/** In letters, wide enough for what stands there. */
function widthsOf({ heads, rows }: TakenList): number[] {
  return heads.map((head, column) => {
    const lengths = rows.map((row) => {
      const cell = row[column];
      return cell?.kind === 'text' ? cell.text.length : FIGURE;
    });
    const longest = lengths.reduce((most, length) => Math.max(most, length), head.length);
    return Math.min(WIDEST, Math.max(NARROWEST, longest)) + 2;
  });
}

/** XML knows no control characters but these three. */
const UNKNOWN_TO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  return text
    .replaceAll(UNKNOWN_TO_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}

/** The formats that a workbook needs, each once. */
class Styles {
  readonly #formats: string[] = [];
  /** Numbers below are of formats that every spreadsheet knows. */
  static readonly #OWN_FROM = 164;
  static readonly #FIXED = 3;

  of(format: string): number {
    const known = this.#formats.indexOf(format);
    return Styles.#FIXED + (known === -1 ? this.#formats.push(format) - 1 : known);
  }

  xml(): string {
    const own = this.#formats.map(
      (format, index) =>
        `<numFmt numFmtId="${Styles.#OWN_FROM + index}" formatCode="${escaped(format)}"/>`,
    );
    const cells = this.#formats.map(
      (_format, index) =>
        `<xf numFmtId="${Styles.#OWN_FROM + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    );
    const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"';
    return `<styleSheet xmlns="${MAIN}">${own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`}<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${Styles.#FIXED + cells.length}">${plain}/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${plain} quotePrefix="1"/>${cells.join('')}</cellXfs></styleSheet>`;
  }
}
