import { assert } from '../assert.js';
import { allocateByLargestRemainder } from '../money/allocate.js';
import { sumAmounts } from '../money/money.js';
import { divideRounded, rational } from '../money/rational.js';
import type { Fault } from '../refusal.js';

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

/** One payment that the agency collected, with the age and size of its debt at placement and what was agreed then. */
export type CommissionedPayment = Readonly<{
  amount: bigint;
  daysPastDueAtPlacement: number;
  placedAmount: bigint;
  schedule: CommissionSchedule;
}>;

export type Commission = Readonly<{ total: bigint; parts: readonly bigint[] }>;

/**
 * The commission on payments, in the order given. The total is rounded once (half up), and the parts add up to it by
 * largest remainder, so that a remittance of a hundred small payments costs what one of the same sum does. A payment
 * that the agency reports is booked with the commission on it alone; what its remittance may keep is the total.
 */
export function commissionOf(payments: readonly CommissionedPayment[]): Commission {
  const weights = payments.map((payment) => payment.amount * bandFor(payment).basisPoints);
  const exact = rational(sumAmounts(weights), BASIS_POINTS);
  const total = divideRounded(exact, 'half-up');
  return { total, parts: allocateByLargestRemainder(total, weights) };
}

/** The oldest band that applies, and of these the one for the largest amount. */
export function bandFor({
  daysPastDueAtPlacement,
  placedAmount,
  schedule,
}: CommissionedPayment): CommissionBand {
  const [band] = schedule
    .filter(
      ({ fromDaysPastDue, fromAmount }) =>
        fromDaysPastDue <= daysPastDueAtPlacement && fromAmount <= placedAmount,
    )
    .toSorted(byAgeThenSize);
  assert(band !== undefined, 'a commission schedule has a band for every debt');
  return band;
}

/**
 * What is wrong with a schedule that somebody wants to agree on: it covers every debt, and no two bands begin at the same
 * age and size. Codes: `COMMISSION_SCHEDULE_INCOMPLETE`, `COMMISSION_BAND_REPEATED`.
 */
export function scheduleFaults(schedule: CommissionSchedule): readonly Fault[] {
  const begins = schedule.map(
    ({ fromDaysPastDue, fromAmount }) => `${fromDaysPastDue}/${fromAmount}`,
  );
  const repeated = begins.flatMap((begin, index) =>
    begins.indexOf(begin) === index
      ? []
      : [
          {
            code: 'COMMISSION_BAND_REPEATED',
            param: `commission[${index}]`,
            detail: 'Another band begins at this age and size.',
          },
        ],
  );
  if (begins.includes('0/0')) return repeated;
  const detail = 'One band begins at 0 days and the amount 0, so that every debt has a rate.';
  return [{ code: 'COMMISSION_SCHEDULE_INCOMPLETE', param: 'commission', detail }, ...repeated];
}

function byAgeThenSize(a: CommissionBand, b: CommissionBand): number {
  if (a.fromDaysPastDue !== b.fromDaysPastDue) return b.fromDaysPastDue - a.fromDaysPastDue;
  return a.fromAmount > b.fromAmount ? -1 : 1;
}
