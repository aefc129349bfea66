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
  return rules
    .filter((rule) => rule.code === code && Temporal.PlainDate.compare(rule.validFrom, date) <= 0)
    .reduce<TaxRule | undefined>(laterOf, undefined);
}

/** The share of the price without tax that is collected: 11/100 for ordinary goods since 2025. */
export function effectiveRate({ rate, baseFactor }: TaxRule): Rational {
  return multiplyFactors(rate, baseFactor);
}

function laterOf(latest: TaxRule | undefined, rule: TaxRule): TaxRule {
  if (latest === undefined) return rule;
  return Temporal.PlainDate.compare(rule.validFrom, latest.validFrom) > 0 ? rule : latest;
}
