import type { CsvProfile } from '../../../domain/statement/csv-profile.js';
import { cellOf, type CsvRow, type CsvRowContext } from '../../../domain/statement/csv-row.js';
import { readMarkedAmount } from '../../../domain/statement/csv-values.js';
import type { figureIn } from '../../../domain/statement/csv-labels.js';
import type { Period } from '../../../domain/statement/day-format.js';
import { toExact } from '../../../domain/statement/file-amount.js';
import type { LineFault } from '../../../domain/statement/line-draft.js';
import type { Balance, ExactAmount, StatementLine } from '../../../domain/statement/statement.js';

/** What the rows beside the bookings say. */
export type Figures = {
  opening: Balance | undefined;
  closing: Balance | undefined;
  hasClosingRow: boolean;
  readonly totals: { credits: ExactAmount | undefined; debits: ExactAmount | undefined };
};

type Context = Readonly<{ profile: CsvProfile; currency: string; period: Period }>;

/** Takes a balance or a total; a fault when it is no number. */
export function takeFigure(
  figures: Figures,
  { figure, value }: NonNullable<ReturnType<typeof figureIn>>,
  { profile, currency, period }: Context,
): LineFault | undefined {
  figures.hasClosingRow ||= figure === 'closing' && value !== '';
  const balance = readBalance(value, profile, currency);
  if ('kind' in balance) return balance;
  if (figure === 'credits' || figure === 'debits') {
    figures.totals[figure] = balance.exact < 0n ? -balance.exact : balance.exact;
    return undefined;
  }
  figures[figure] = { ...balance, currency, on: figure === 'opening' ? period.from : period.to };
  return undefined;
}

/** Negative with a minus, or with the mark of a debit behind it. */
function readBalance(
  text: string,
  profile: CsvProfile,
  currency: string,
): Pick<Balance, 'amount' | 'exact'> | LineFault {
  const { amount, mark, isNegative } = readMarkedAmount(text, profile, currency);
  if (amount.kind === 'fault') return amount;
  const sign = isNegative || profile.debitMarks.includes(mark) ? -1n : 1n;
  const booked = amount.kind === 'amount' ? amount.booked : amount.cut;
  return { amount: sign * booked, exact: sign * amount.exact };
}

/** The balance that stands behind a row, with the amount of the row; undefined when there is none. */
export function balanceIn(
  row: CsvRow,
  { amount, currency }: StatementLine,
  context: CsvRowContext,
): Readonly<{ amount: ExactAmount; balance: ExactAmount }> | undefined {
  const text = cellOf(row, context.profile.columns.balance, context);
  if (text === '') return undefined;
  const balance = readBalance(text, context.profile, currency);
  return 'kind' in balance
    ? undefined
    : { amount: toExact(amount, currency), balance: balance.exact };
}
