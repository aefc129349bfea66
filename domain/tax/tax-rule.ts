import { Temporal } from 'temporal-polyfill';
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
  const day = dayNumber(date);
  let latest: TaxRule | undefined;
  let latestDay = 0;
  for (const rule of rules) {
    if (rule.code !== code) continue;
    const from = dayNumber(rule.validFrom);
    if (from > day || from <= latestDay) continue;
    latest = rule;
    latestDay = from;
  }
  return latest;
}

const dayNumbers = new WeakMap<Temporal.PlainDate, number>();

/** `20260701`: every line of a sale asks, and dates are dear to compare. */
function dayNumber(date: Temporal.PlainDate): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  const { year, month, day } = date.withCalendar('iso8601');
  const number = (year * 100 + month) * 100 + day;
  dayNumbers.set(date, number);
  return number;
}

/** The share of the price without tax that is collected: 11/100 for ordinary goods since 2025. */
export function effectiveRate({ rate, baseFactor }: TaxRule): Rational {
  return multiplyFactors(rate, baseFactor);
}
