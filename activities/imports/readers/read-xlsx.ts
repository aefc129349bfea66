import type { Cell } from '../../../domain/imports/fields.js';
import { isDateFormat, sheetDay, sheetNumber } from '../../../domain/imports/sheet-number.js';
import { Refusal } from '../../../domain/refusal.js';
import type { FileBytes, FileRow, OpenFile } from './file-row.js';
import { COLUMNS_MAX, ROW_LENGTH_MAX } from './limits.js';
import { visitXml } from './read-xml.js';
import { partNames, unzipped } from './unzip.js';

/** Characters of all texts of a workbook, which cells refer to by number: the one part that is held in memory. */
const TEXTS_LENGTH_MAX = 64 * 1024 * 1024;

/** What a text takes beside its characters: empty ones fill the memory too. */
const TEXT_OVERHEAD = 16;

/** Cell styles of a workbook, and formats of numbers; a spreadsheet has at most 65,490. */
const STYLES_MAX = 65_536;

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * Opens the first sheet of a workbook. The sheet is read row by row; formulas are not run, their stored values are
 * read.
 *
 * @throws Refusal `IMPORT_FILE_BROKEN`
 */
export async function openXlsx(bytes: FileBytes): Promise<OpenFile> {
  const names = await partNames(bytes);
  const sheet = names.filter((name) => SHEET.test(name)).toSorted(byNumber)[0];
  if (sheet === undefined) throw broken('The file is no workbook with a sheet.');
  const texts = await sharedTexts(bytes);
  const dates = await dateStyles(bytes);
  const part = (): AsyncGenerator<Uint8Array> => unzipped(bytes, (name) => name === sheet);
  const rows = () => rowsOf(part(), { texts, dates });
  return { format: 'xlsx', encoding: null, delimiter: null, rows };
}

/** `sheet2` comes before `sheet10`. */
function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

async function sharedTexts(bytes: FileBytes): Promise<readonly string[]> {
  const texts: string[] = [];
  let [text, inText, length] = ['', false, 0];
  const visiting = visitXml(
    unzipped(bytes, (name) => name === 'xl/sharedStrings.xml'),
    {
      open: (name) => {
        if (name === 'si') text = '';
        inText = name === 't';
      },
      text: (more) => {
        if (!inText) return;
        length += more.length;
        if (length > TEXTS_LENGTH_MAX) throw tooMuchText();
        text += more;
      },
      close: (name) => {
        if (name === 't') inText = false;
        if (name !== 'si') return;
        length += TEXT_OVERHEAD;
        if (length > TEXTS_LENGTH_MAX) throw tooMuchText();
        texts.push(text);
      },
    },
  );
  for await (const _ of visiting);
  return texts;
}

/** The numbers of the cell styles by which a number is a day. */
async function dateStyles(bytes: FileBytes): Promise<ReadonlySet<number>> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  const visiting = visitXml(
    unzipped(bytes, (name) => name === 'xl/styles.xml'),
    {
      open: (name, { numFmtId = '0', formatCode = '' }) => {
        if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
        if (name === 'cellXfs') inCells = true;
        if (name === 'xf' && inCells) styles.push(Number(numFmtId));
        if (styles.length > STYLES_MAX || codes.size > STYLES_MAX)
          throw broken('The workbook has more styles than a workbook can have.');
      },
      text: () => {},
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
    },
  );
  for await (const _ of visiting);
  return new Set(styles.flatMap((id, style) => (isDateFormat(id, codes.get(id)) ? [style] : [])));
}

type Workbook = Readonly<{ texts: readonly string[]; dates: ReadonlySet<number> }>;

async function* rowsOf(
  bytes: AsyncIterable<Uint8Array>,
  workbook: Workbook,
): AsyncGenerator<FileRow> {
  const reader = createRowReader(workbook);
  let width = 0;
  for await (const _ of visitXml(bytes, reader.visitor)) {
    for (const row of reader.taken()) {
      if (row.kind === 'row' && width === 0) width = row.cells.length;
      // A row of a sheet ends with its last cell that is not empty.
      yield row.kind === 'row' ? { ...row, cells: filled(row.cells, width) } : row;
    }
  }
  yield* reader.taken();
}

function filled(cells: readonly Cell[], width: number): readonly Cell[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, column) => cells[column] ?? '');
}

type OpenCell = { column: number; type: string; style: number; value: string };

function createRowReader(workbook: Workbook) {
  let done: FileRow[] = [];
  let [line, length, isIn] = [0, 0, 'nothing' as 'value' | 'nothing'];
  let cells: Cell[] = [];
  let cell: OpenCell = { column: 0, type: 'n', style: 0, value: '' };
  const tooLong = (): boolean => length > ROW_LENGTH_MAX || cells.length > COLUMNS_MAX;
  return {
    taken: (): FileRow[] => {
      const rows = done;
      done = [];
      return rows;
    },
    visitor: {
      open: (name: string, { r = '', t = 'n', s = '0' }: Readonly<Record<string, string>>) => {
        if (name === 'row') [line, cells, length] = [r === '' ? line + 1 : Number(r), [], 0];
        if (name === 'c') {
          const column = r === '' ? cells.length : columnOf(r);
          cell = { column, type: t, style: Number(s), value: '' };
        }
        isIn = name === 'v' || name === 't' ? 'value' : 'nothing';
      },
      text: (text: string) => {
        // Beyond, the row is too long whatever follows.
        if (isIn === 'value' && cell.value.length <= ROW_LENGTH_MAX) cell.value += text;
      },
      close: (name: string) => {
        if (name === 'v' || name === 't') isIn = 'nothing';
        if (name === 'c' && cell.column <= COLUMNS_MAX) {
          while (cells.length < cell.column) cells.push('');
          cells[cell.column] = valueOf(cell, workbook);
          length += cell.value.length;
        }
        if (name === 'c' && cell.column > COLUMNS_MAX) length = ROW_LENGTH_MAX + 1;
        if (name === 'row') done.push(tooLong() ? longRow(line) : { kind: 'row', line, cells });
      },
    },
  };
}

function longRow(line: number): FileRow {
  const detail = 'The row is longer than a row may be.';
  return { kind: 'broken', line, code: 'IMPORT_ROW_TOO_LONG', detail, text: '' };
}

function valueOf({ type, style, value }: OpenCell, { texts, dates }: Workbook): Cell {
  if (type === 's') return texts[Number(value)] ?? '';
  if (type !== 'n') return value;
  if (dates.has(style)) return sheetDay(value) ?? value;
  const number = sheetNumber(value);
  return number === undefined ? value : { number };
}

/** `B7` is column 1. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replaceAll(/[^A-Z]/g, '').slice(0, LETTERS_MAX)) {
    column = column * ALPHABET + (letter.charCodeAt(0) - BEFORE_A);
  }
  return Math.max(0, column - 1);
}

const ALPHABET = 26;
const BEFORE_A = 64;
/** The last column of a spreadsheet is XFD. */
const LETTERS_MAX = 4;

function tooMuchText(): Refusal {
  return broken('The texts of the workbook are too long.');
}

function broken(detail: string): Refusal {
  return new Refusal({ code: 'IMPORT_FILE_BROKEN', param: 'file', detail });
}
