import type { Temporal } from 'temporal-polyfill';
import { assert } from '../assert.js';
import { dueDate, isOnOrBefore, type DueRule } from '../calendar/business-day.js';
import { allocateByLargestRemainder } from '../money/allocate.js';
import { multiplyRational, type Rational } from '../money/rational.js';

/** One part of an invoice: `share` is its weight among all parts. */
export type InstalmentRule = Readonly<{ share: bigint; due: DueRule }>;

/** So much off when all is paid within so many days of issue: 2/10 is a fiftieth within 10 days. */
export type EarlyPaymentRule = Readonly<{ withinDays: number; rate: Rational }>;

export type PaymentTerms = Readonly<{
  instalments: readonly InstalmentRule[];
  earlyPayment?: EarlyPaymentRule | undefined;
}>;

/** One open item: its number counts from 1, its amount is above zero, in booked units. */
export type Instalment = Readonly<{ number: number; amount: bigint; dueDate: Temporal.PlainDate }>;

/** Five years by the month. */
export const INSTALMENTS_MAX = 60;

/** Everything is due so many days after issue. */
export function netTerms(days: number): PaymentTerms {
  return { instalments: [{ share: 1n, due: { kind: 'net', days } }] };
}

/** Equal parts, every `everyDays` days, the first one that long after issue. */
export function instalmentTerms({
  count,
  everyDays,
}: Readonly<{ count: number; everyDays: number }>): PaymentTerms {
  assert(count >= 1 && count <= INSTALMENTS_MAX, `a plan has 1 to ${INSTALMENTS_MAX} instalments`);
  return {
    instalments: Array.from({ length: count }, (_, index) => ({
      share: 1n,
      due: { kind: 'net', days: everyDays * (index + 1) },
    })),
  };
}

/**
 * Splits `total` (not negative) into open items that add up to it, in the order in which they fall
 * due. A part that comes to nothing is left out, so a total of 0 has no open item.
 */
export function instalmentsOf(
  total: bigint,
  terms: PaymentTerms,
  issuedOn: Temporal.PlainDate,
): Instalment[] {
  assert(total >= 0n, 'a credit is a credit note, not an invoice below zero');
  assert(terms.instalments.length > 0, 'terms have at least one instalment');
  const amounts = allocateByLargestRemainder(
    total,
    terms.instalments.map(({ share }) => share),
  );
  return terms.instalments
    .map(({ due }, index) => ({ amount: amounts[index] ?? 0n, dueDate: dueDate(issuedOn, due) }))
    .filter(({ amount }) => amount > 0n)
    .toSorted((a, b) => (isOnOrBefore(a.dueDate, b.dueDate) ? -1 : 1))
    .map((instalment, index) => ({ number: index + 1, ...instalment }));
}

export type EarlyPayment = Readonly<{ amount: bigint; until: Temporal.PlainDate }>;

/**
 * The discount on `total` for paying everything by `until`, rounded down, in booked units.
 * Undefined when the terms give none, or it comes to nothing.
 */
export function earlyPaymentOf(
  total: bigint,
  { earlyPayment }: PaymentTerms,
  issuedOn: Temporal.PlainDate,
): EarlyPayment | undefined {
  if (earlyPayment === undefined) return undefined;
  const amount = multiplyRational(total, earlyPayment.rate, 'down');
  const until = issuedOn.add({ days: earlyPayment.withinDays });
  return amount > 0n ? { amount, until } : undefined;
}

/**
 * The discount that a payment has earned: all of it when the payment, on the day it was made, came
 * to exactly what was open less the discount; otherwise nothing. A discount is never shared out
 * over part payments.
 */
export function discountEarned(
  {
    paidAmount,
    openAmount,
    paidOn,
  }: Readonly<{
    paidAmount: bigint;
    openAmount: bigint;
    paidOn: Temporal.PlainDate;
  }>,
  offer: EarlyPayment | undefined,
): bigint {
  if (offer === undefined || !isOnOrBefore(paidOn, offer.until)) return 0n;
  return paidAmount === openAmount - offer.amount ? offer.amount : 0n;
}
