import { cellText, type Cell, type ImportField } from './fields.js';
import type { Mapping } from './propose-mapping.js';
import { readDate, type DateOrder } from './read-date.js';
import { readNumber, type DecimalMark } from './read-number.js';

/** How a file writes its values. */
export type Notation = Readonly<{
  decimalMark: DecimalMark;
  dateOrder: DateOrder;
  /** Decimals of the company's currency. */
  currencyDecimals: number;
}>;

export type CellFault = Readonly<{ field: string; value: string; code: string; detail: string }>;

export type RowReading =
  | Readonly<{ kind: 'read'; values: RowValues }>
  | Readonly<{ kind: 'refused'; faults: readonly CellFault[] }>;

export type RowValues = Readonly<Record<string, string | readonly string[] | boolean>>;

type Format = Readonly<{
  fields: readonly ImportField[];
  mapping: Mapping;
  notation: Notation;
  /** By field: what is taken where the file says nothing. */
  defaults?: Readonly<Record<string, string>> | undefined;
}>;

/** Reads the cells of a row as its fields; an empty cell says nothing, which only a needed field may not. */
export function readRow(
  cells: readonly Cell[],
  { fields, mapping, notation, defaults = {} }: Format,
): RowReading {
  const values: Record<string, string | readonly string[] | boolean> = {};
  const faults: CellFault[] = [];
  for (const { field, reads, needed } of fields) {
    const column = mapping[field];
    const own = column === undefined ? undefined : cells[column];
    const cell = cellText(own) === '' ? defaults[field] : own;
    const value = cellText(cell);
    const fault = (code: string, detail: string) => faults.push({ field, value, code, detail });
    if (cell === undefined || value === '') {
      if (needed === 'always') fault('FIELD_REQUIRED', 'The cell is empty.');
      continue;
    }
    const read = readCell(cell, reads, notation);
    if (read.kind === 'read') values[field] = read.value;
    else fault(read.code, read.detail);
  }
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'read', values };
}

type CellReading =
  | Readonly<{ kind: 'read'; value: string | readonly string[] | boolean }>
  | Readonly<{ kind: 'refused'; code: string; detail: string }>;

function readCell(cell: Cell, reads: ImportField['reads'], notation: Notation): CellReading {
  const text = cellText(cell);
  switch (reads) {
    case 'text':
      return SCIENTIFIC.test(text) ? refused('IMPORT_NUMBER_ROUNDED') : readAs(text);
    case 'texts':
      return textsOf(text);
    case 'amount':
      return numberOf(cell, notation, notation.currencyDecimals === 0 ? 'whole' : 'parts');
    case 'quantity':
      return numberOf(cell, notation, 'parts');
    case 'date':
      return dayOf(text, notation);
    case 'moment':
      return INSTANT.test(text) ? readAs(text) : dayOf(text, notation);
    case 'flag': {
      const flag = FLAGS.get(text.toLowerCase());
      return flag === undefined ? refused('IMPORT_FLAG_UNREADABLE') : readAs(flag);
    }
  }
}

/** ISO 8601 with an offset, as it is taken out. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;

/** A long code that a spreadsheet took for a number: its last digits are gone. */
const SCIENTIFIC = /^\d[.,]\d+e\+\d+$/i;

const DETAILS = {
  IMPORT_NUMBER_ROUNDED:
    'A spreadsheet has shortened this number, and its last digits are lost. Write the column as text.',
  IMPORT_NUMBER_AMBIGUOUS:
    'The sign before the last three digits may begin decimals or thousands. Say in a profile which sign begins decimals.',
  IMPORT_NUMBER_UNREADABLE: 'This is not a number.',
  IMPORT_DATE_UNREADABLE: 'This is not a date such as 2026-11-22 or 22/11/2026.',
  IMPORT_FLAG_UNREADABLE: 'This is neither yes nor no.',
} as const;

function refused(code: keyof typeof DETAILS): CellReading {
  return { kind: 'refused', code, detail: DETAILS[code] };
}

function readAs(value: string | readonly string[] | boolean): CellReading {
  return { kind: 'read', value };
}

function dayOf(text: string, { dateOrder }: Notation): CellReading {
  const day = readDate(text, dateOrder);
  return day === undefined ? refused('IMPORT_DATE_UNREADABLE') : readAs(day);
}

function textsOf(text: string): CellReading {
  const texts = text.split(/[|;]/).map((one) => one.trim());
  if (texts.some((one) => SCIENTIFIC.test(one))) return refused('IMPORT_NUMBER_ROUNDED');
  return readAs(texts.filter((one) => one !== ''));
}

function numberOf(cell: Cell, { decimalMark }: Notation, unit: 'whole' | 'parts'): CellReading {
  const isNumber = typeof cell !== 'string';
  const mark = isNumber ? '.' : decimalMark;
  const reading = readNumber(cellText(cell), { mark, unit: isNumber ? 'parts' : unit });
  switch (reading.kind) {
    case 'read':
      return readAs(reading.decimal);
    case 'scientific':
      return refused('IMPORT_NUMBER_ROUNDED');
    case 'ambiguous':
      return refused('IMPORT_NUMBER_AMBIGUOUS');
    case 'no-number':
      return refused('IMPORT_NUMBER_UNREADABLE');
  }
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'true', 'yes', 'y', 'ya', 'x', 'benar', 'aktif'].map((text) => [text, true] as const),
  ...['0', 'false', 'no', 'n', 'tidak', 'salah', 'nonaktif'].map((text) => [text, false] as const),
]);
