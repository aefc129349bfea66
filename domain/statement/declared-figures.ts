import { exactToDecimal, toExact } from './file-amount.js';
import type { Difference, ExactAmount, Statement, StatementLine } from './statement.js';

/**
 * Differences between the bank's declared counts and sums and the content of a statement. The count may be of all
 * entries, of booked ones or of payments, and sums may include pending entries: any of these is accepted. With
 * unreadable entries only the number of all entries is compared.
 */
export function differencesOf(statement: Statement): readonly Difference[] {
  const { controlTotals: totals, lines, place, entries } = statement;
  if (totals === undefined) return statement.differences;
  const isWhole = statement.unread === 0 && entries === lines.length;
  const counts = [
    { what: 'entry-count', stated: totals.count, of: lines, all: entries, isComparable: true },
    { what: 'credit-count', stated: totals.creditCount, of: lines.filter(isCredit) },
    { what: 'debit-count', stated: totals.debitCount, of: lines.filter((one) => !isCredit(one)) },
  ].flatMap(({ what, stated, of, all = of.length, isComparable = isWhole }) => {
    const agrees = [all, booked(of).length, payments(of), payments(booked(of))];
    if (stated === undefined || !isComparable || agrees.includes(stated)) return [];
    return [{ place, what, stated: String(stated), found: String(all) }];
  });
  const sums = [
    { what: 'credit-sum', stated: totals.credits, of: lines.filter(isCredit) },
    { what: 'debit-sum', stated: totals.debits, of: lines.filter((one) => !isCredit(one)) },
    { what: 'net-sum', stated: totals.net, of: lines },
  ].flatMap(({ what, stated, of }) => {
    const found = sum(of, statement.currency);
    const isAgreed =
      stated === magnitude(found) || stated === magnitude(sum(booked(of), statement.currency));
    if (stated === undefined || !isWhole || isAgreed) return [];
    return [
      { place, what, stated: exactToDecimal(stated), found: exactToDecimal(magnitude(found)) },
    ];
  });
  return [...counts, ...sums, ...statement.differences];
}

function isCredit({ amount }: StatementLine): boolean {
  return amount > 0n;
}

function booked(lines: readonly StatementLine[]): readonly StatementLine[] {
  return lines.filter(({ status }) => status === 'booked');
}

function payments(lines: readonly StatementLine[]): number {
  return lines.reduce((total, { details }) => total + Math.max(details.length, 1), 0);
}

function sum(lines: readonly StatementLine[], currency: string): ExactAmount {
  return toExact(
    lines.reduce((total, { amount }) => total + amount, 0n),
    currency,
  );
}

function magnitude(exact: ExactAmount): ExactAmount {
  return exact < 0n ? -exact : exact;
}
