import { assert } from '../assert.js';

/** An exact factor such as 11/111; the denominator is above zero. */
export type Rational = Readonly<{ numerator: bigint; denominator: bigint }>;

/**
 * What happens to the part below the smallest unit.
 *
 * * `half-up`: nearest, ties away from zero (what people learn at school; HALF_UP of tax offices)
 * * `half-even`: nearest, ties to the even neighbour
 * * `down`: towards zero
 *
 * All three are symmetric, f(-x) = -f(x), so that a reversal takes back exactly what was booked.
 */
export type Rounding = 'half-up' | 'half-even' | 'down';

export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** A fraction; the denominator is above zero. */
export function rational(numerator: bigint, denominator: bigint): Rational {
  assert(denominator > 0n, `a denominator is above zero, not ${denominator}`);
  return { numerator, denominator };
}

/** The product of two fractions, not reduced and not rounded. */
export function multiplyFactors(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The amount times the fraction, rounded once, at the end. */
export function multiplyRational(amount: bigint, factor: Rational, rounding: Rounding): bigint {
  return divideRounded(rational(amount * factor.numerator, factor.denominator), rounding);
}

/** A fraction as a whole number, rounded as the caller says; half-up and its like count from zero, so that -x is rounded as x. */
export function divideRounded({ numerator, denominator }: Rational, rounding: Rounding): bigint {
  assert(denominator > 0n, `a denominator is above zero, not ${denominator}`);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = roundMagnitude(
    { whole: magnitude / denominator, twiceRest: 2n * (magnitude % denominator), denominator },
    rounding,
  );
  return numerator < 0n ? -rounded : rounded;
}

function roundMagnitude(
  {
    whole,
    twiceRest,
    denominator,
  }: Readonly<{ whole: bigint; twiceRest: bigint; denominator: bigint }>,
  rounding: Rounding,
): bigint {
  switch (rounding) {
    case 'down':
      return whole;
    case 'half-up':
      return twiceRest >= denominator ? whole + 1n : whole;
    case 'half-even':
      if (twiceRest === denominator) return whole + (whole % 2n);
      return twiceRest > denominator ? whole + 1n : whole;
  }
}
