import type { Temporal } from 'temporal-polyfill';
import type { CsvColumn, CsvProfile } from './csv-profile.js';
import type { ColumnPlaces } from './csv-header.js';
import { cleanCell, readProfileDate, readProfileValueDate } from './csv-values.js';
import { readMoney, type MoneyRead } from './csv-money.js';
import type { Period } from './day-format.js';
import { lineFault, TOO_PRECISE, type DraftResult, type LineFault } from './line-draft.js';

/** The longest accepted text of a cell. */
const CELL_LENGTH_MAX = 10_000;

export type CsvRow = Readonly<{ fileLine: number; cells: readonly string[] }>;

export type CsvRowContext = Readonly<{
  profile: CsvProfile;
  places: ColumnPlaces;
  /** Cells of the header. */
  width: number;
  currency: string;
  /** Days without a year are of it, and rows that are still pending of its last day. */
  period: Period;
}>;

/**
 * One row of bookings as a canonical line. Faults: `LINE_MALFORMED` (cells are missing or too many),
 * `LINE_AMOUNT_*`, `LINE_DATE_*`, `LINE_DIRECTION_UNKNOWN`, `LINE_FIELD_TOO_LONG`.
 */
export function readCsvRow(row: CsvRow, context: CsvRowContext): DraftResult {
  const { profile, width, period } = context;
  const { columns } = profile;
  const cell = (column: CsvColumn | undefined): string => cellOf(row, column, context);
  const money = readMoney(cell, profile, currencyOf(row, context));
  const isPending = isMarked(cell(columns.bookingDate), profile.pendingMarks);
  const refused = (fault: LineFault): DraftResult => ({
    ...fault,
    leftOut: leftOutOf(money, isPending ? 'pending' : 'booked'),
  });
  if (row.cells.some(({ length }) => length > CELL_LENGTH_MAX)) {
    return refused(lineFault('LINE_FIELD_TOO_LONG', 'A cell is longer than any bank text.'));
  }
  if (row.cells.slice(width).some((more) => cleanCell(more) !== '')) {
    const detail = 'The row has more cells than the header: a text is not quoted.';
    return { ...lineFault('LINE_MALFORMED', detail), leftOut: undefined };
  }
  if (money.kind === 'fault') return refused(money);
  if (money.kind === 'too-precise') return refused(TOO_PRECISE);
  const bookingDate = readBookingDate(cell(columns.bookingDate), context);
  if ('kind' in bookingDate) return refused(bookingDate);
  return {
    kind: 'line',
    line: {
      fileLine: row.fileLine,
      status: isPending ? 'pending' : 'booked',
      bookingDate,
      valueDate: readProfileValueDate(cell(columns.valueDate), profile, period),
      amount: money.booked,
      currency: currencyOf(row, context),
      isReversal: false,
      transactionCode: undefined,
      bankReference: orNothing(cell(columns.bankReference)),
      endToEndReference: undefined,
      creditorReference: undefined,
      otherReferences: [],
      payerName: orNothing(cell(columns.payerName)),
      payerAccount: orNothing(cell(columns.payerAccount)),
      text: textOf(columns.text.map((column) => cell(column))),
      details: [],
    },
  };
}

/** The cell of a column, cleaned; empty when the file has no such column. */
export function cellOf(
  { cells }: CsvRow,
  column: CsvColumn | undefined,
  { places }: Pick<CsvRowContext, 'places'>,
): string {
  const place = column === undefined ? undefined : places.get(column);
  return place === undefined ? '' : cleanCell(cells[place]);
}

function currencyOf(row: CsvRow, context: CsvRowContext): string {
  const named = cellOf(row, context.profile.columns.currency, context).toUpperCase();
  return named === '' ? context.currency : named;
}

/** Banks write runs of blanks to fill a column. */
function textOf(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}

/** Pending rows do not count in the bank's balances. */
function leftOutOf(money: MoneyRead, status: 'pending' | 'booked'): bigint | undefined {
  if (status === 'pending') return 0n;
  return money.kind === 'fault' ? undefined : money.exact;
}

function readBookingDate(
  text: string,
  { profile, period }: CsvRowContext,
): Temporal.PlainDate | LineFault {
  if (!isMarked(text, profile.pendingMarks)) return readProfileDate(text, profile, period);
  return period.to ?? lineFault('LINE_DATE_MISSING', 'A pending row needs the period of the file.');
}

function isMarked(text: string, marks: readonly string[]): boolean {
  return marks.includes(text.toUpperCase());
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}
