import {
  newRunningBalances,
  type FoundBalances,
  type RunningBalances,
} from '../../../domain/bank-csv/running-balances.js';
import type { CsvRowContext } from '../../../domain/statement/csv-row.js';
import type { Period } from '../../../domain/statement/day-format.js';
import { toExact } from '../../../domain/statement/file-amount.js';
import type {
  Balance,
  ExactAmount,
  Statement,
  StatementLine,
} from '../../../domain/statement/statement.js';
import type { Figures } from './row-figures.js';

/** The rows of one account. */
export type Book = {
  readonly accountId: string;
  readonly context: CsvRowContext;
  readonly fileLine: number;
  readonly lines: StatementLine[];
  readonly running: RunningBalances;
  entries: number;
  leftOut: ExactAmount;
  unread: number;
};

export function newBook(begin: Pick<Book, 'accountId' | 'context' | 'fileLine'>): Book {
  return { ...begin, lines: [], running: newRunningBalances(), entries: 0, leftOut: 0n, unread: 0 };
}

type Found = Readonly<{ period: Period; figures: Figures | undefined; found: FoundBalances }>;

/** The balances that the bank writes beside the rows go before those that stand behind the rows. */
export function statementOf(book: Book, { period, figures, found }: Found): Statement {
  const { accountId, context, fileLine, lines, entries, leftOut, unread } = book;
  const { currency } = context;
  const opening = figures?.opening ?? balanceOf(found.opening, currency, period.from);
  const closing = figures?.closing ?? balanceOf(found.closing, currency, period.to);
  return {
    accountId,
    currency,
    statementNumber: undefined,
    ...period,
    opening,
    closing: withoutPending(book, opening, closing),
    controlTotals: figures?.totals,
    place: figures === undefined ? `line ${fileLine}` : 'line 1',
    entries,
    differences: found.differences,
    lines,
    leftOut,
    unread,
  };
}

function balanceOf(
  exact: ExactAmount | undefined,
  currency: string,
  on: Balance['on'],
): Balance | undefined {
  if (exact === undefined) return undefined;
  return { amount: exact / toExact(1n, currency), exact, currency, on };
}

/** Some banks count pending rows in their closing balance: it is taken back to what is booked when only that foots. */
function withoutPending(
  { lines, leftOut, context: { currency } }: Book,
  opening: Balance | undefined,
  closing: Balance | undefined,
): Balance | undefined {
  if (opening === undefined || closing === undefined) return closing;
  const sumOf = (status: StatementLine['status']): bigint =>
    lines.reduce((sum, line) => (line.status === status ? sum + line.amount : sum), 0n);
  const pending = sumOf('pending');
  const all = opening.exact + leftOut + toExact(sumOf('booked') + pending, currency);
  if (pending === 0n || all !== closing.exact) return closing;
  const exact = closing.exact - toExact(pending, currency);
  return { ...closing, amount: closing.amount - pending, exact };
}
