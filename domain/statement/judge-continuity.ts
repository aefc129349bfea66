import { Temporal } from 'temporal-polyfill';
import { MISSING_PAGE, type Statement } from './statement.js';

/** The last known closing balance of an account, in booked units, with its day. */
export type LastClosing = Readonly<{ amount: bigint; on: Temporal.PlainDate }>;

export const CONTINUITY_KINDS = [
  'follows',
  'first',
  'earlier',
  'unknown',
  'gap',
  'overlap',
] as const;

/**
 * How a statement follows the previous one. `gap`: something is missing between them; `overlap`: it begins before the
 * other ended. Amounts are in booked units.
 */
export type Continuity =
  | Readonly<{ kind: 'follows' | 'first' | 'earlier' | 'unknown' }>
  | Readonly<{ kind: 'gap' | 'overlap'; expected: bigint; found: bigint }>;

/** The days that the statement covers, as far as known. */
export function periodOf(statement: Statement): Readonly<{
  from: Temporal.PlainDate | undefined;
  to: Temporal.PlainDate | undefined;
}> {
  const days = statement.lines
    .map(({ bookingDate }) => bookingDate)
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  return {
    from: statement.from ?? days[0] ?? statement.opening?.on,
    to: statement.to ?? statement.closing?.on ?? days.at(-1),
  };
}

/**
 * Compares the opening balance with the last closing balance of the account. Pages of one day have one day, so that a
 * missing page is a gap and no overlap. Pure.
 */
export function judgeContinuity(statement: Statement, last: LastClosing | undefined): Continuity {
  const { opening } = statement;
  if (opening === undefined) return { kind: 'unknown' };
  if (last === undefined) return { kind: 'first' };
  const { from, to } = periodOf(statement);
  if (to !== undefined && Temporal.PlainDate.compare(to, last.on) < 0) return { kind: 'earlier' };
  if (opening.amount === last.amount) return { kind: 'follows' };
  const balances = { expected: last.amount, found: opening.amount };
  const begins = from === undefined ? 1 : Temporal.PlainDate.compare(from, last.on);
  const isPageMissing = statement.differences.some(({ what }) => what === MISSING_PAGE);
  return begins > 0 || isPageMissing
    ? { kind: 'gap', ...balances }
    : { kind: 'overlap', ...balances };
}
