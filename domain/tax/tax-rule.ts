import type { Temporal } from 'temporal-polyfill';
import { dayNumber } from '../calendar/day-number.js';
import { multiplyFactors, type Rational, type Rounding } from '../money/rational.js';

/**
 * One dated row of the tax table; of the rows of a code, the latest that has begun is in force.
 *
 * The tax is `rate` of `baseFactor` of the price without tax. For PPN on "DPP nilai lain" that is
 * 12 % of 11/12, an effective 11 %; where the full price is the base, the factor is 1.
 * `rounding` says what happens below the booked unit, once, on the sum of a document.
 */
export type TaxRule = Readonly<{
  code: string;
  kind: 'ppn-other-base' | 'ppn-full' | 'exempt' | 'none';
  validFrom: Temporal.PlainDate;
  rate: Rational;
  baseFactor: Rational;
  rounding: Rounding;
}>;

/** The rule of `code` that holds on `date`; undefined when the table has no such code, or begins after that date. */
export function findRule(
  rules: readonly TaxRule[],
  code: string,
  date: Temporal.PlainDate,
): TaxRule | undefined {
  const day = numberOf(date);
  let latest: TaxRule | undefined;
  let latestDay = 0;
  for (const rule of rules) {
    if (rule.code !== code) continue;
    const from = numberOf(rule.validFrom);
    if (from > day || from <= latestDay) continue;
    latest = rule;
    latestDay = from;
  }
  return latest;
}

const numbers = new WeakMap<Temporal.PlainDate, number>();

/** The number of a day, read from a date once: every line of a sale asks, and dates are slow to read and to compare. */
function numberOf(date: Temporal.PlainDate): number {
  const number = numbers.get(date) ?? dayNumber(date);
  numbers.set(date, number);
  return number;
}

/** The share of the price without tax that is collected: 11/100 for ordinary goods since 2025. */
export function effectiveRate({ rate, baseFactor }: TaxRule): Rational {
  return multiplyFactors(rate, baseFactor);
}
