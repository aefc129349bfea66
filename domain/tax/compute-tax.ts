import {
  divideRounded,
  multiplyFactors,
  multiplyRational,
  rational,
  type Rational,
} from '../money/rational.js';
import { effectiveRate, type TaxRule } from './tax-rule.js';

/**
 * `taxBase`: the price without tax. `otherBase`: DPP nilai lain, the base the rate is applied to
 * (equal to `taxBase` where the law gives no other). `tax`: what is collected.
 */
export type TaxAmounts = Readonly<{ taxBase: bigint; otherBase: bigint; tax: bigint }>;

export type TaxableAmount = Readonly<{ amount: bigint; includesTax: boolean }>;

/**
 * The tax on one amount, all in booked units.
 *
 * Each figure is computed from the unrounded figure before it and rounded once: Rp50,000,000 gives
 * an other base of 45,833,333 and a tax of 5,500,000, not 12 % of the rounded base. In a price with
 * tax, base and tax add up to the price. Source: PMK 131/2024 art. 2 to 5.
 */
export function computeTax(priced: TaxableAmount, rule: TaxRule): TaxAmounts {
  const tax = multiplyRational(priced.amount, taxShare(priced, rule), rule.rounding);
  return {
    taxBase: priced.includesTax ? priced.amount - tax : priced.amount,
    otherBase: otherBaseOf(priced, rule),
    tax,
  };
}

/** The part of an amount that is not tax: all of it, or P x 100/111 of a price that includes 11 %. */
export function withoutTax(priced: TaxableAmount, rule: TaxRule): bigint {
  return priced.includesTax ? priced.amount - computeTax(priced, rule).tax : priced.amount;
}

/** 11/100 on top of a price, 11/111 inside one. */
function taxShare({ includesTax }: TaxableAmount, rule: TaxRule): Rational {
  const { numerator, denominator } = effectiveRate(rule);
  return rational(numerator, includesTax ? denominator + numerator : denominator);
}

function otherBaseOf({ amount, includesTax }: TaxableAmount, rule: TaxRule): bigint {
  const { numerator, denominator } = effectiveRate(rule);
  const baseShare = includesTax ? rational(denominator, denominator + numerator) : rational(1n, 1n);
  const share = multiplyFactors(baseShare, rule.baseFactor);
  return divideRounded(rational(amount * share.numerator, share.denominator), rule.rounding);
}
