import { exactToDecimal, toExact } from './file-amount.js';
import {
  ACCOUNT_CONTROL_TOTAL,
  type ControlTotals,
  type ExactAmount,
  type Statement,
} from './statement.js';

/** `expected` and `found` are decimals in major units of the statement's currency, or currencies. */
export type Footing =
  | Readonly<{ kind: 'foots' }>
  | Readonly<{ kind: 'broken'; what: BrokenPart; expected: string; found: string }>
  | Readonly<{
      kind: 'unchecked';
      reason: 'no-balances' | 'several-currencies' | 'lines-unread';
    }>;

/** The bank's figure that is wrong. */
type BrokenPart = 'closing-balance' | 'control-totals' | 'balance-currency';

/**
 * The oracle of every reader: opening + money in - money out = closing, over the booked lines. `expected` is what the
 * bank states, `found` what the lines add up to. Without balances the bank's control totals decide; without either the
 * result is `unchecked`. So it is when a booking beside good ones could not be read: that one is refused and shown, the
 * others are kept. Never throws.
 */
export function checkFooting(statement: Statement): Footing {
  const foreign = [statement.opening, statement.closing].find(
    (balance) => balance !== undefined && balance.currency !== statement.currency,
  );
  if (foreign !== undefined) {
    const [expected, found] = [statement.currency, foreign.currency];
    return { kind: 'broken', what: 'balance-currency', expected, found };
  }
  const booked = statement.lines.filter(({ status }) => status === 'booked');
  if (booked.some(({ currency }) => currency !== statement.currency)) {
    return { kind: 'unchecked', reason: 'several-currencies' };
  }
  const { opening, closing, controlTotals, currency } = statement;
  if (opening !== undefined && closing !== undefined) {
    const moved = booked.reduce((total, { amount }) => total + amount, 0n);
    const found = opening.exact + toExact(moved, currency) + statement.leftOut;
    const footing = compared('closing-balance', closing.exact, found);
    // A line that could not be read may be any amount: nothing is said to foot beside it.
    const isRefused = footing.kind === 'broken' && booked.length === 0;
    return statement.unread > 0 && !isRefused ? LINES_UNREAD : footing;
  }
  const declared = statement.differences.find(({ what }) => what === ACCOUNT_CONTROL_TOTAL);
  if (declared !== undefined) {
    const { stated: expected, found } = declared;
    return { kind: 'broken', what: 'control-totals', expected, found };
  }
  if (controlTotals !== undefined) return checkControlTotals(statement, controlTotals);
  return { kind: 'unchecked', reason: 'no-balances' };
}

const LINES_UNREAD: Footing = { kind: 'unchecked', reason: 'lines-unread' };

function checkControlTotals(statement: Statement, totals: ControlTotals): Footing {
  const { lines, currency, leftOut, unread } = statement;
  // The bank's gross figures include pending lines, and of refused lines only the net is known.
  const isComparable =
    leftOut === 0n && unread === 0 && lines.every(({ status }) => status === 'booked');
  const sumOf = (isWanted: (amount: bigint) => boolean): ExactAmount =>
    toExact(
      lines.reduce((total, { amount }) => (isWanted(amount) ? total + amount : total), 0n),
      currency,
    );
  const checks = [
    { stated: totals.credits, found: sumOf((amount) => amount > 0n) },
    { stated: totals.debits, found: -sumOf((amount) => amount < 0n) },
  ].flatMap(({ stated, found }) => (stated === undefined ? [] : [{ stated, found }]));
  if (!isComparable || checks.length === 0) return { kind: 'unchecked', reason: 'no-balances' };
  const wrong = checks.find(({ stated, found }) => stated !== found);
  if (wrong === undefined) return { kind: 'foots' };
  return compared('control-totals', wrong.stated, wrong.found);
}

function compared(what: BrokenPart, expected: ExactAmount, found: ExactAmount): Footing {
  if (expected === found) return { kind: 'foots' };
  return {
    kind: 'broken',
    what,
    expected: exactToDecimal(expected),
    found: exactToDecimal(found),
  };
}
