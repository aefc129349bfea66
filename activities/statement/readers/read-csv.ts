import { Temporal } from 'temporal-polyfill';
import type { CsvProfile } from '../../../domain/statement/csv-profile.js';
import {
  findColumns,
  isHeaderAgain,
  readCsvRow,
  type ColumnPlaces,
  type CsvRow,
} from '../../../domain/statement/csv-row.js';
import {
  cleanCell,
  isLabelled,
  readMarkedAmount,
  readProfileDate,
} from '../../../domain/statement/csv-values.js';
import { completeLine } from '../../../domain/statement/line-draft.js';
import type {
  Balance,
  ExactAmount,
  ReadStatementResult,
  RefusedPlace,
  Statement,
  StatementLine,
} from '../../../domain/statement/statement.js';
import { visitCsvRows, type RowVerdict } from './csv-records.js';
import { addRefusedPlace, FileFault } from './file-fault.js';
import { LINES_MAX } from './limits.js';

type Period = Readonly<{
  from: Temporal.PlainDate | undefined;
  to: Temporal.PlainDate | undefined;
}>;

/** State of the reading; rows come strictly from top to bottom. */
type Reading = {
  readonly profile: CsvProfile;
  readonly refused: RefusedPlace[];
  readonly lines: StatementLine[];
  places: ColumnPlaces | undefined;
  accountId: string | undefined;
  currency: string;
  period: Period;
  opening: Balance | undefined;
  closing: Balance | undefined;
  hasClosingRow: boolean;
  entries: number;
  readonly totals: { credits: ExactAmount | undefined; debits: ExactAmount | undefined };
  leftOut: ExactAmount;
  unread: number;
  fileLine: number;
};

/**
 * Reads a bank's CSV by its profile, row by row: an unreadable row is refused with its line number, and reading goes
 * on.
 *
 * @throws FileFault `STATEMENT_TRUNCATED` (the closing row is missing), `STATEMENT_ACCOUNT_MISSING`,
 * `STATEMENT_FORMAT_UNKNOWN` (no header), `STATEMENT_TOO_LARGE`, `STATEMENT_MALFORMED`.
 */
export function readCsv(
  text: string,
  profile: CsvProfile,
): Extract<ReadStatementResult, { kind: 'read' }> {
  const reading = newReading(profile);
  visitCsvRows(text, profile.delimiter, {
    row: (row) => takeRow(reading, row),
    broken: (fileLine) => {
      const detail = 'The row is not valid CSV: a quote is open, or the text never ends.';
      reading.unread += 1;
      reading.entries += 1;
      addRefusedPlace(reading.refused, {
        place: placeOf(fileLine),
        code: 'LINE_MALFORMED',
        detail,
      });
    },
  });
  return finish(reading);
}

/** Whether the text has the profile's header among its first rows. */
export function isOfProfile(text: string, profile: CsvProfile): boolean {
  return text
    .slice(0, HEADER_SEARCH_LENGTH)
    .split(/\r?\n/)
    .some((line) => {
      const cells = line.split(profile.delimiter).map((cell) => cell.replaceAll('"', ''));
      return findColumns(cells, profile) !== undefined;
    });
}

/** Length of two dates and the text between them. */
const PERIOD_LENGTH_MAX = 64;

/** The header is within the first few rows. */
const HEADER_SEARCH_LENGTH = 8 * 1024;

function takeRow(reading: Reading, row: CsvRow): RowVerdict {
  reading.fileLine = row.fileLine;
  if (row.cells.every((cell) => cleanCell(cell) === '')) return 'taken';
  if (reading.places === undefined) {
    reading.places = findColumns(row.cells, reading.profile);
    return reading.places === undefined ? takePreamble(reading, row) : 'taken';
  }
  if (isHeaderAgain(row, reading.profile, reading.places)) return 'taken';
  return takeFooter(reading, row) ?? takeBooking(reading, row);
}

function takePreamble(reading: Reading, { cells }: CsvRow): RowVerdict {
  const { preamble } = reading.profile;
  const { label, value } = labelAndValue(cells);
  if (isLabelled(label, preamble.account)) reading.accountId = value.replaceAll(/\s/g, '');
  if (isLabelled(label, preamble.currency)) reading.currency = value.toUpperCase();
  if (isLabelled(label, preamble.period)) reading.period = readPeriod(value, reading.profile);
  return 'taken';
}

function takeFooter(reading: Reading, { cells, fileLine }: CsvRow): RowVerdict | undefined {
  const { label, value } = labelAndValue(cells);
  const figure = FIGURES.find((one) => isLabelled(label, reading.profile.footer[one]));
  if (figure === undefined) return undefined;
  reading.hasClosingRow ||= figure === 'closing' && value !== '';
  const { profile, currency } = reading;
  const { amount, mark } = readMarkedAmount(value.replace(/^-/, ''), profile, currency);
  if (amount.kind === 'fault') {
    const place = placeOf(fileLine);
    const { detail } = amount;
    addRefusedPlace(reading.refused, { place, code: 'BALANCE_MALFORMED', detail });
    return 'taken';
  }
  if (figure === 'credits' || figure === 'debits') {
    reading.totals[figure] = amount.exact;
    return 'taken';
  }
  const isOverdrawn = value.startsWith('-') || profile.debitMarks.includes(mark);
  const sign = isOverdrawn ? -1n : 1n;
  const cut = amount.kind === 'amount' ? amount.booked : amount.cut;
  const on = figure === 'opening' ? reading.period.from : reading.period.to;
  reading[figure] = { amount: sign * cut, exact: sign * amount.exact, currency, on };
  return 'taken';
}

/** Rows below the bookings, by their name in the profile. */
const FIGURES = ['opening', 'closing', 'credits', 'debits'] as const;

function takeBooking(reading: Reading, row: CsvRow): RowVerdict {
  const { profile, places, currency, lines } = reading;
  if (lines.length >= LINES_MAX) {
    const detail = `The file has more than ${LINES_MAX} rows.`;
    throw new FileFault({ code: 'STATEMENT_TOO_LARGE', place: placeOf(row.fileLine), detail });
  }
  reading.entries += 1;
  const pendingDate = reading.period.to;
  const context = { profile, places: places ?? new Map(), currency, pendingDate };
  const result = readCsvRow(row, context);
  if (result.kind === 'fault') {
    reading.leftOut += result.leftOut ?? 0n;
    if (result.leftOut === undefined) reading.unread += 1;
    const { code, detail } = result;
    addRefusedPlace(reading.refused, { place: placeOf(row.fileLine), code, detail });
    return 'unclear';
  }
  accountOf(reading);
  lines.push(completeLine(result.line, lines.length + 1));
  return 'taken';
}

function finish(reading: Reading): Extract<ReadStatementResult, { kind: 'read' }> {
  const { profile, places, lines, opening, closing, leftOut, unread, currency, period } = reading;
  if (places === undefined) {
    const detail = `The header of ${profile.bankName} was not found.`;
    throw new FileFault({ code: 'STATEMENT_FORMAT_UNKNOWN', place: 'line 1', detail });
  }
  const accountId = accountOf(reading);
  if (!reading.hasClosingRow && profile.footer.closing.length > 0) {
    const detail = `The file ends before its last row (${profile.footer.closing[0]}).`;
    throw new FileFault({ code: 'STATEMENT_TRUNCATED', place: placeOf(reading.fileLine), detail });
  }
  const statement: Statement = {
    accountId,
    currency,
    statementNumber: undefined,
    ...period,
    opening,
    closing,
    controlTotals: reading.totals,
    place: 'line 1',
    entries: reading.entries,
    differences: [],
    lines,
    leftOut,
    unread,
  };
  const format = `csv:${profile.id}` as const;
  return { kind: 'read', format, statements: [statement], refused: reading.refused };
}

function accountOf({ accountId, fileLine }: Reading): string {
  if (accountId !== undefined && accountId !== '') return accountId;
  const detail = 'The rows before the header name no account.';
  throw new FileFault({ code: 'STATEMENT_ACCOUNT_MISSING', place: placeOf(fileLine), detail });
}

/** `No. Rekening,:,'0081` as well as `No. Rekening : 0081` in one cell. */
function labelAndValue(cells: readonly string[]): Readonly<{ label: string; value: string }> {
  const filled = cells.map(cleanCell).filter((cell) => cell !== '' && cell !== ':');
  const [label = '', ...values] = filled;
  if (values.length > 0) return { label, value: values.at(-1) ?? '' };
  const [before = '', ...after] = label.split(':');
  return { label: before.trim(), value: cleanCell(after.join(':')) };
}

function readPeriod(value: string, profile: CsvProfile): Period {
  if (value.length > PERIOD_LENGTH_MAX) return { from: undefined, to: undefined };
  const [from = '', to = ''] = value.split(/\s+(?:-|s\/d)\s+/);
  const dateOf = (text: string): Temporal.PlainDate | undefined => {
    const date = readProfileDate(text.trim(), profile);
    return 'kind' in date ? undefined : date;
  };
  return { from: dateOf(from), to: dateOf(to) };
}

function newReading(profile: CsvProfile): Reading {
  return {
    profile,
    refused: [],
    lines: [],
    places: undefined,
    accountId: undefined,
    currency: profile.currencyDefault,
    period: { from: undefined, to: undefined },
    opening: undefined,
    closing: undefined,
    hasClosingRow: false,
    entries: 0,
    totals: { credits: undefined, debits: undefined },
    leftOut: 0n,
    unread: 0,
    fileLine: 1,
  };
}

function placeOf(fileLine: number): string {
  return `line ${fileLine}`;
}
