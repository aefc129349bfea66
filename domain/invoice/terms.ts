import type { Temporal } from 'temporal-polyfill';
import { assert } from '../assert.js';
import { allocateByLargestRemainder } from '../money/allocate.js';

/** Equal parts, one every `everyDays` calendar days, the first one `everyDays` after issue. */
export type PaymentTerms = Readonly<{ instalments: number; everyDays: number }>;

/** One open item: numbered from 1, amount above zero, in booked units. */
export type Instalment = Readonly<{ number: number; amount: bigint; dueDate: Temporal.PlainDate }>;

/** Five years of monthly instalments. */
const INSTALMENTS_MAX = 60;

/** Ten years: nobody grants longer terms. */
const TERMS_DAYS_MAX = 3_650;

/**
 * Splits `total` (not negative) into open items that add up to it, in the order in which they fall due; the larger
 * parts come first. A part of zero is left out, so a total of 0 has no open item. A due date is not moved when it falls
 * on a holiday: terms count calendar days.
 */
export function instalmentsOf(
  total: bigint,
  { instalments, everyDays }: PaymentTerms,
  issuedOn: Temporal.PlainDate,
): Instalment[] {
  assert(total >= 0n, 'a credit is a credit note, not an invoice below zero');
  assert(
    isWhole(instalments, 1, INSTALMENTS_MAX),
    `terms have 1 to ${INSTALMENTS_MAX} instalments`,
  );
  assert(isWhole(everyDays, 0, TERMS_DAYS_MAX), 'terms are whole days from issue on');
  const equalShares = Array.from({ length: instalments }, () => 1n);
  return allocateByLargestRemainder(total, equalShares)
    .map((amount, index) => ({
      number: index + 1,
      amount,
      dueDate: issuedOn.add({ days: everyDays * (index + 1) }),
    }))
    .filter(({ amount }) => amount > 0n);
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= min && value <= max;
}
