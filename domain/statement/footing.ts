import { exactToDecimal, toExact } from './file-amount.js';
import type { Balance, ControlTotals, ExactAmount, Statement } from './statement.js';

/** `expected` and `found` are decimals in major units of the statement's currency. */
export type Footing =
  | Readonly<{ kind: 'foots' }>
  | Readonly<{ kind: 'broken'; what: BrokenPart; expected: string; found: string }>
  | Readonly<{ kind: 'unchecked'; reason: 'no-balances' | 'several-currencies' }>;

/** Which of the bank's own statements about the file is not true. */
export type BrokenPart = 'closing-balance' | 'control-totals' | 'opening-balance';

/**
 * The oracle of every reader: opening + money in - money out = closing, over the booked lines.
 * `expected` is what the bank states, `found` what the lines add up to. Without balances the bank's
 * control totals decide; without either nothing can be said (`unchecked`). Never throws.
 */
export function checkFooting(statement: Statement): Footing {
  const booked = statement.lines.filter(({ status }) => status === 'booked');
  if (booked.some(({ currency }) => currency !== statement.currency)) {
    return { kind: 'unchecked', reason: 'several-currencies' };
  }
  const { opening, closing, controlTotals, currency } = statement;
  if (opening !== undefined && closing !== undefined) {
    const moved = booked.reduce((total, { amount }) => total + amount, 0n);
    const found = opening.exact + toExact(moved, currency) + statement.leftOut;
    return compared('closing-balance', closing.exact, found);
  }
  if (controlTotals !== undefined) return checkControlTotals(statement, controlTotals);
  return { kind: 'unchecked', reason: 'no-balances' };
}

/**
 * The chain of statements of one account: this opening is the closing before it. A gap means that
 * a file is missing, even when each foots by itself.
 */
export function checkContinuity(opening: Balance, previousClosing: Balance): Footing {
  return compared('opening-balance', previousClosing.exact, opening.exact);
}

function checkControlTotals(statement: Statement, totals: ControlTotals): Footing {
  const booked = statement.lines.filter(({ status }) => status === 'booked');
  const sumOf = (isWanted: (amount: bigint) => boolean): ExactAmount =>
    toExact(
      booked.reduce((total, { amount }) => (isWanted(amount) ? total + amount : total), 0n),
      statement.currency,
    );
  // With lines left out only their net is known, so the bank's gross figures cannot be compared.
  if (statement.leftOut !== 0n) return { kind: 'unchecked', reason: 'no-balances' };
  const checks: readonly (readonly [ExactAmount | undefined, ExactAmount])[] = [
    [totals.credits, sumOf((amount) => amount > 0n)],
    [totals.debits, -sumOf((amount) => amount < 0n)],
  ];
  for (const [expected, found] of checks) {
    if (expected !== undefined && expected !== found) {
      return compared('control-totals', expected, found);
    }
  }
  const isChecked = checks.some(([expected]) => expected !== undefined);
  return isChecked ? { kind: 'foots' } : { kind: 'unchecked', reason: 'no-balances' };
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
