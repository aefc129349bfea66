import { balancesOf, takeBalance } from '../../../domain/bank-csv/running-balances.js';
import {
  findColumns,
  isHeaderAgain,
  type FoundHeader,
} from '../../../domain/statement/csv-header.js';
import {
  figureIn,
  NO_PERIOD,
  readPreamble,
  type Preamble,
} from '../../../domain/statement/csv-labels.js';
import type { CsvProfile } from '../../../domain/statement/csv-profile.js';
import { cellOf, readCsvRow, type CsvRow } from '../../../domain/statement/csv-row.js';
import { cleanCell } from '../../../domain/statement/csv-values.js';
import { completeLine } from '../../../domain/statement/line-draft.js';
import type { ReadStatementResult, RefusedPlace } from '../../../domain/statement/statement.js';
import type { RowVerdict, RowVisitor } from './csv-records.js';
import { addRefusedPlace, FileFault } from './file-fault.js';
import { LINES_MAX } from './limits.js';
import type { OwnAccountOf } from './own-account.js';
import { balanceIn, takeFigure, type Figures } from './row-figures.js';
import { newBook, statementOf, type Book } from './row-book.js';

export type RowsContext = Readonly<{
  profile: CsvProfile;
  ownAccountOf: OwnAccountOf;
  /** Number of the account that the sender named, for files that name none. */
  namedAccount: string | undefined;
}>;

/** State of the reading; rows come strictly from top to bottom. */
type Reading = RowsContext & {
  readonly refused: RefusedPlace[];
  header: FoundHeader | undefined;
  preamble: Preamble;
  readonly figures: Figures;
  /** Rows by the account that they name; one where the file names it. */
  readonly books: Map<string, Book>;
  current: Book | undefined;
  /** Broken rows before the first one that says its account. */
  brokenBefore: number;
  rows: number;
  fileLine: number;
};

export type RowsReader = RowVisitor & Readonly<{ finish: () => Read }>;

type Read = Extract<ReadStatementResult, { kind: 'read' }>;

/**
 * Reads the rows of a bank's table by its profile, from top to bottom: an unreadable row is refused with its line number,
 * and reading goes on. Each part of it may throw a FileFault: `STATEMENT_TRUNCATED` (the closing row is missing),
 * `STATEMENT_ACCOUNT_MISSING`, `STATEMENT_COLUMNS_MOVED`, `STATEMENT_FORMAT_UNKNOWN` (no header), `STATEMENT_TOO_LARGE`,
 * `STATEMENT_MALFORMED`.
 */
export function createRowsReader(context: RowsContext): RowsReader {
  const reading: Reading = {
    ...context,
    refused: [],
    header: undefined,
    preamble: { accountId: undefined, currency: undefined, period: NO_PERIOD },
    figures: {
      opening: undefined,
      closing: undefined,
      hasClosingRow: false,
      totals: { credits: undefined, debits: undefined },
    },
    books: new Map(),
    current: undefined,
    brokenBefore: 0,
    rows: 0,
    fileLine: 1,
  };
  return {
    row: (row) => takeRow(reading, row),
    broken: (fileLine) => takeBroken(reading, fileLine),
    finish: () => finish(reading),
  };
}

function takeRow(reading: Reading, row: CsvRow): RowVerdict {
  const { profile, header } = reading;
  reading.fileLine = row.fileLine;
  if (row.cells.every((cell) => cleanCell(cell) === '')) return 'taken';
  if (header === undefined) {
    reading.header = findColumns(row.cells, profile);
    if (reading.header !== undefined) expectInPlace(reading, reading.header);
    else if (!takeFigures(reading, row)) {
      reading.preamble = readPreamble(row.cells, profile, reading.preamble);
    }
    return 'taken';
  }
  if (isHeaderAgain(row.cells, profile, header.places)) return 'taken';
  return takeFigures(reading, row) ? 'taken' : takeBooking(reading, row, header);
}

function takeFigures(reading: Reading, { cells, fileLine }: CsvRow): boolean {
  const { profile, figures, refused, preamble } = reading;
  const found = figureIn(cells, profile);
  if (found === undefined) return false;
  const { period, currency = profile.currencyDefault } = preamble;
  const fault = takeFigure(figures, found, { profile, currency, period });
  if (fault === undefined) return true;
  const { detail } = fault;
  addRefusedPlace(refused, { place: placeOf(fileLine), code: 'BALANCE_MALFORMED', detail });
  return true;
}

function takeBooking(reading: Reading, row: CsvRow, header: FoundHeader): RowVerdict {
  countRow(reading);
  const book = bookOf(reading, row, header);
  const { context } = book;
  const result = readCsvRow(row, context);
  const place = placeOf(row.fileLine);
  book.entries += 1;
  if (result.kind === 'fault') {
    expectNoOtherHeader(reading, row, header);
    takeBalance(book.running, undefined, place);
    book.leftOut += result.leftOut ?? 0n;
    if (result.leftOut === undefined) book.unread += 1;
    const { code, detail } = result;
    addRefusedPlace(reading.refused, { place, code, detail });
    return 'unclear';
  }
  const line = completeLine(result.line, book.lines.length + 1);
  book.lines.push(line);
  takeBalance(
    book.running,
    line.status === 'booked' ? balanceIn(row, line, context) : undefined,
    place,
  );
  return 'taken';
}

/** The account of the row, of the file or of the sender. */
function bookOf(reading: Reading, row: CsvRow, header: FoundHeader): Book {
  const { profile, books, preamble, ownAccountOf, namedAccount } = reading;
  const named = cellOf(row, profile.columns.account, header).replaceAll(/\s/g, '');
  const accountId = [named, preamble.accountId, namedAccount].find(
    (one) => one !== undefined && one !== '',
  );
  if (accountId === undefined) {
    const detail = 'The file names no account: say of which account it is.';
    throw new FileFault({
      code: 'STATEMENT_ACCOUNT_MISSING',
      place: placeOf(row.fileLine),
      detail,
    });
  }
  const known = books.get(accountId);
  const currency =
    preamble.currency ?? ownAccountOf(accountId)?.currency ?? profile.currencyDefault;
  const book =
    known ??
    newBook({
      accountId,
      fileLine: row.fileLine,
      context: { ...header, profile, currency, period: preamble.period },
    });
  if (known === undefined) books.set(accountId, book);
  book.unread += reading.brokenBefore;
  book.entries += reading.brokenBefore;
  reading.brokenBefore = 0;
  reading.current = book;
  return book;
}

function takeBroken(reading: Reading, fileLine: number): void {
  const detail = 'The row is no row: a quote is open, or the text never ends.';
  const book = reading.current;
  if (book !== undefined) {
    book.unread += 1;
    book.entries += 1;
    takeBalance(book.running, undefined, placeOf(fileLine));
  } else reading.brokenBefore += 1;
  addRefusedPlace(reading.refused, { place: placeOf(fileLine), code: 'LINE_MALFORMED', detail });
}

function countRow(reading: Reading): void {
  reading.rows += 1;
  if (reading.rows <= LINES_MAX) return;
  const detail = `The file has more than ${LINES_MAX} rows.`;
  throw new FileFault({ code: 'STATEMENT_TOO_LARGE', place: placeOf(reading.fileLine), detail });
}

/** A table below the first one, with its columns elsewhere, would be read wrongly. */
function expectNoOtherHeader(reading: Reading, { cells }: CsvRow, header: FoundHeader): void {
  const other = findColumns(cells, reading.profile);
  if (other === undefined) return;
  const { places } = header;
  const moved = [...other.places].find(([column, place]) => places.get(column) !== place);
  if (moved === undefined) return;
  const [column, place] = moved;
  throw movedFault(reading, place, `${column.name} stands elsewhere in the header above.`);
}

function expectInPlace(reading: Reading, { moved }: FoundHeader): void {
  if (moved === undefined) return;
  const { column, behind, place } = moved;
  const bank = reading.profile.bankName;
  throw movedFault(
    reading,
    place,
    `${column.name} stands behind ${behind.name} in files of ${bank}.`,
  );
}

function movedFault({ fileLine }: Reading, place: number, detail: string): FileFault {
  const where = `${placeOf(fileLine)}, column ${place + 1}`;
  return new FileFault({ code: 'STATEMENT_COLUMNS_MOVED', place: where, detail });
}

function finish(reading: Reading): Read {
  const { profile, header, books, figures, refused, fileLine, preamble } = reading;
  if (header === undefined) {
    const detail = `The header of ${profile.bankName} was not found.`;
    throw new FileFault({ code: 'STATEMENT_FORMAT_UNKNOWN', place: 'line 1', detail });
  }
  if (!figures.hasClosingRow && profile.footer.closing.length > 0) {
    const detail = `The file ends before its last row (${profile.footer.closing[0]}).`;
    throw new FileFault({ code: 'STATEMENT_TRUNCATED', place: placeOf(fileLine), detail });
  }
  if (books.size === 0) bookOf(reading, { fileLine, cells: [] }, header);
  const format = `csv:${profile.id}` as const;
  const isAlone = books.size === 1;
  const statements = [...books.values()].map((book) =>
    statementOf(book, {
      period: preamble.period,
      figures: isAlone ? figures : undefined,
      found: balancesOf(book.running),
    }),
  );
  return { kind: 'read', format, statements, refused };
}

function placeOf(fileLine: number): string {
  return `line ${fileLine}`;
}
