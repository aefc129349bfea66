import type { Temporal } from 'temporal-polyfill';
import type { CsvColumn, CsvProfile } from './csv-profile.js';
import {
  cleanCell,
  isLabelled,
  readMarkedAmount,
  readProfileDate,
  readProfileValueDate,
} from './csv-values.js';
import { lineFault, TOO_PRECISE, type DraftResult, type LineFault } from './line-draft.js';
import { normaliseText } from './text.js';

/** The longest accepted text of a cell. */
const CELL_LENGTH_MAX = 10_000;

/** Indexes of the profile's columns; see `findColumns`. */
export type ColumnPlaces = ReadonlyMap<CsvColumn, number>;

export type CsvRow = Readonly<{ fileLine: number; cells: readonly string[] }>;

export type CsvRowContext = Readonly<{
  profile: CsvProfile;
  places: ColumnPlaces;
  currency: string;
  /** Booking date of rows that are still pending. */
  pendingDate: Temporal.PlainDate | undefined;
}>;

/** The column indexes, if this row is the header, so has all required columns. */
export function findColumns(
  cells: readonly string[],
  { columns }: CsvProfile,
): ColumnPlaces | undefined {
  const names = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const name = normaliseText(cleanCell(cell));
    if (name !== '' && !names.has(name)) names.set(name, index);
  }
  const placeOf = ({ name, shift = 0 }: CsvColumn): number | undefined => {
    const place = names.get(normaliseText(name));
    return place === undefined ? undefined : place + shift;
  };
  const needed = [columns.bookingDate, columns.amount, ...columns.text];
  if (needed.some((column) => placeOf(column) === undefined)) return undefined;
  const places = Object.values(columns)
    .flat()
    .flatMap((column): [CsvColumn, number][] => {
      const place = placeOf(column);
      return place === undefined ? [] : [[column, place]];
    });
  return new Map(places);
}

/** True for a header repeated on a new page: the date column holds its own name. */
export function isHeaderAgain(
  { cells }: CsvRow,
  { columns }: CsvProfile,
  places: ColumnPlaces,
): boolean {
  const cell = cleanCell(cells[places.get(columns.bookingDate) ?? 0]);
  return isLabelled(cell, [columns.bookingDate.name]);
}

/**
 * One row of bookings as a canonical line. Faults: `LINE_MALFORMED` (cells are missing),
 * `LINE_AMOUNT_*`, `LINE_DATE_*`, `LINE_DIRECTION_UNKNOWN`, `LINE_FIELD_TOO_LONG`.
 */
export function readCsvRow(row: CsvRow, context: CsvRowContext): DraftResult {
  const { columns } = context.profile;
  const cell = (column: CsvColumn | undefined): string => cellOf(row, column, context);
  const amount = readSignedCell(cell, context);
  const isPending = isMarked(cell(columns.bookingDate), context.profile.pendingMarks);
  const refused = (fault: LineFault): DraftResult => ({
    ...fault,
    leftOut: leftOutOf(amount, isPending ? 'pending' : 'booked'),
  });
  if (row.cells.some(({ length }) => length > CELL_LENGTH_MAX)) {
    return refused(lineFault('LINE_FIELD_TOO_LONG', 'A cell is longer than any bank text.'));
  }
  if (amount.kind === 'fault') return refused(amount);
  if (amount.kind === 'too-precise') return refused(TOO_PRECISE);
  const bookingDate = readBookingDate(cell(columns.bookingDate), context);
  if ('kind' in bookingDate) return refused(bookingDate);
  return {
    kind: 'line',
    line: {
      fileLine: row.fileLine,
      status: isPending ? 'pending' : 'booked',
      bookingDate,
      valueDate: readProfileValueDate(cell(columns.valueDate), context.profile),
      amount: amount.booked,
      currency: context.currency,
      isReversal: false,
      transactionCode: undefined,
      bankReference: orNothing(cell(columns.bankReference)),
      endToEndReference: undefined,
      creditorReference: undefined,
      otherReferences: [],
      payerName: orNothing(cell(columns.payerName)),
      payerAccount: orNothing(cell(columns.payerAccount)),
      text: columns.text
        .map((column) => cell(column))
        .filter((text) => text !== '')
        .join(' '),
      details: [],
    },
  };
}

/** Pending rows do not count in the bank's balances. */
function leftOutOf(amount: SignedCell, status: 'pending' | 'booked'): bigint | undefined {
  if (status === 'pending') return 0n;
  return amount.kind === 'fault' ? undefined : amount.exact;
}

type SignedCell =
  | Readonly<{ kind: 'amount'; booked: bigint; exact: bigint }>
  | Readonly<{ kind: 'too-precise'; exact: bigint }>
  | LineFault;

function readSignedCell(
  cell: (column: CsvColumn | undefined) => string,
  { profile, currency }: CsvRowContext,
): SignedCell {
  const { columns, creditMarks, debitMarks } = profile;
  const text = cell(columns.amount);
  if (text === '') return lineFault('LINE_MALFORMED', 'The row has no amount.');
  const { amount, mark: suffix } = readMarkedAmount(text, profile, currency);
  if (amount.kind === 'fault') return amount;
  const mark = suffix === '' ? cell(columns.direction) : suffix;
  const isCredit = isMarked(mark, creditMarks);
  if (!isCredit && !isMarked(mark, debitMarks)) {
    return lineFault('LINE_DIRECTION_UNKNOWN', 'The row is neither credit nor debit.');
  }
  const sign = isCredit ? 1n : -1n;
  return amount.kind === 'amount'
    ? { kind: 'amount', booked: sign * amount.booked, exact: sign * amount.exact }
    : { kind: 'too-precise', exact: sign * amount.exact };
}

function readBookingDate(
  text: string,
  { profile, pendingDate }: CsvRowContext,
): Temporal.PlainDate | LineFault {
  if (!isMarked(text, profile.pendingMarks)) return readProfileDate(text, profile);
  return (
    pendingDate ?? lineFault('LINE_DATE_MISSING', 'A pending row needs the period of the file.')
  );
}

function cellOf(
  { cells }: CsvRow,
  column: CsvColumn | undefined,
  { places }: CsvRowContext,
): string {
  const place = column === undefined ? undefined : places.get(column);
  return place === undefined ? '' : cleanCell(cells[place]);
}

function isMarked(text: string, marks: readonly string[]): boolean {
  return marks.includes(text.toUpperCase());
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}
