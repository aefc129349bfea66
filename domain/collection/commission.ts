import { assert } from '../assert.js';
import { allocateByLargestRemainder } from '../money/allocate.js';
import { sumAmounts } from '../money/money.js';
import { divideRounded, rational } from '../money/rational.js';

/** A tenth of a per mille: 1,500 basis points are 15 %. */
const BASIS_POINTS = 10_000n;

/** The agency's rate for debts that had at least this age and size when they were placed. */
export type CommissionBand = Readonly<{
  fromDaysPastDue: number;
  fromAmount: bigint;
  basisPoints: bigint;
}>;

/** Covers every debt: one band starts at 0 days and amount 0. */
export type CommissionSchedule = readonly CommissionBand[];

/** One payment that the agency collected, with the age and size of its debt at placement. */
export type CommissionedPayment = Readonly<{
  amount: bigint;
  daysPastDueAtPlacement: number;
  placedAmount: bigint;
}>;

export type Commission = Readonly<{ total: bigint; parts: readonly bigint[] }>;

/**
 * The commission on payments, in the order given. The total is rounded once (half up), and the parts add up to it by
 * largest remainder, so that a remittance of a hundred small payments costs what one of the same sum does. A payment
 * that the agency reports is booked with the commission on it alone; what its remittance may keep is the total.
 */
export function commissionOf(
  payments: readonly CommissionedPayment[],
  schedule: CommissionSchedule,
): Commission {
  const weights = payments.map(
    (payment) => payment.amount * bandFor(payment, schedule).basisPoints,
  );
  const exact = rational(sumAmounts(weights), BASIS_POINTS);
  const total = divideRounded(exact, 'half-up');
  return { total, parts: allocateByLargestRemainder(total, weights) };
}

/** The oldest band that applies, and of these the one for the largest amount. */
export function bandFor(
  { daysPastDueAtPlacement, placedAmount }: CommissionedPayment,
  schedule: CommissionSchedule,
): CommissionBand {
  const [band] = schedule
    .filter(
      ({ fromDaysPastDue, fromAmount }) =>
        fromDaysPastDue <= daysPastDueAtPlacement && fromAmount <= placedAmount,
    )
    .toSorted(byAgeThenSize);
  assert(band !== undefined, 'a commission schedule has a band for every debt');
  return band;
}

function byAgeThenSize(a: CommissionBand, b: CommissionBand): number {
  if (a.fromDaysPastDue !== b.fromDaysPastDue) return b.fromDaysPastDue - a.fromDaysPastDue;
  return a.fromAmount > b.fromAmount ? -1 : 1;
}
