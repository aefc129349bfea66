import fc from 'fast-check';
import { AssertionFailure } from '../../../domain/assert.js';
import { allocateByLargestRemainder } from '../../../domain/money/allocate.js';
import { sumAmounts } from '../../../domain/money/money.js';
import { divideRounded, multiplyRational, rational } from '../../../domain/money/rational.js';

const runs = { numRuns: 1000 };

describe('allocateByLargestRemainder', () => {
  it.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [10n, [0n, 5n, 0n], [0n, 10n, 0n]],
    [5n, [1n, 2n, 3n], [1n, 2n, 2n]],
    [0n, [0n, 0n], [0n, 0n]],
    [0n, [], []],
    [1n, [1n, 999n], [0n, 1n]],
  ])('splits %s over %s into %s', (total, weights, parts) => {
    expect(allocateByLargestRemainder(total, weights)).toEqual(parts);
  });

  it('keeps the sum for any total and any weights', () => {
    fc.assert(
      fc.property(total(), weights(), (amount, shares) => {
        expect(sumAmounts(allocateByLargestRemainder(amount, shares))).toBe(amount);
      }),
      runs,
    );
  });

  it('stays within one unit of the exact share and gives nothing to a part without weight', () => {
    fc.assert(
      fc.property(total(), weights(), (amount, shares) => {
        const totalWeight = sumAmounts(shares);
        allocateByLargestRemainder(amount, shares).forEach((part, index) => {
          const weight = shares[index] ?? 0n;
          const distance = part * totalWeight - amount * weight;
          expect(distance < totalWeight && distance > -totalWeight).toBe(true);
          expect(part === 0n || weight > 0n).toBe(true);
        });
      }),
      runs,
    );
  });

  it('mirrors a negative total exactly', () => {
    fc.assert(
      fc.property(total(), weights(), (amount, shares) => {
        const mirrored = allocateByLargestRemainder(-amount, shares).map((part) => -part);
        expect(mirrored).toEqual(allocateByLargestRemainder(amount, shares));
      }),
      runs,
    );
  });

  it('treats a negative weight, and something split over nothing, as a bug', () => {
    expect(() => allocateByLargestRemainder(1n, [2n, -1n])).toThrow(AssertionFailure);
    expect(() => allocateByLargestRemainder(1n, [])).toThrow(AssertionFailure);
    expect(() => allocateByLargestRemainder(1n, [0n])).toThrow(AssertionFailure);
  });
});

describe('multiplyRational', () => {
  it.each([
    [5n, 'half-up', 3n],
    [5n, 'half-even', 2n],
    [5n, 'down', 2n],
    [7n, 'half-up', 4n],
    [7n, 'half-even', 4n],
    [7n, 'down', 3n],
    [-5n, 'half-up', -3n],
    [-5n, 'half-even', -2n],
    [-5n, 'down', -2n],
  ] as const)('halves %s with %s to %s', (amount, rounding, expected) => {
    expect(multiplyRational(amount, rational(1n, 2n), rounding)).toBe(expected);
  });

  it('is symmetric, so a reversal takes back what was booked', () => {
    fc.assert(
      fc.property(total(), factor(), mode(), (amount, by, rounding) => {
        expect(multiplyRational(-amount, by, rounding)).toBe(
          -multiplyRational(amount, by, rounding),
        );
      }),
      runs,
    );
  });

  it('is never further than half a unit away when it rounds to the nearest', () => {
    fc.assert(
      fc.property(
        total(),
        factor(),
        fc.constantFrom('half-up', 'half-even'),
        (amount, by, rounding) => {
          const exact = amount * by.numerator;
          const twiceError = 2n * (multiplyRational(amount, by, rounding) * by.denominator - exact);
          expect(twiceError <= by.denominator && twiceError >= -by.denominator).toBe(true);
        },
      ),
      runs,
    );
  });

  it('treats a denominator of zero as a bug', () => {
    expect(() => divideRounded({ numerator: 1n, denominator: 0n }, 'down')).toThrow(
      AssertionFailure,
    );
  });
});

function total(): fc.Arbitrary<bigint> {
  return fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
}

function weights(): fc.Arbitrary<bigint[]> {
  return fc
    .array(fc.oneof(fc.bigInt({ min: 0n, max: 9n }), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
      minLength: 1,
      maxLength: 40,
    })
    .filter((parts) => sumAmounts(parts) > 0n);
}

function factor() {
  return fc
    .tuple(fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 1n, max: 10_000n }))
    .map(([numerator, denominator]) => rational(numerator, denominator));
}

function mode() {
  return fc.constantFrom('half-up', 'half-even', 'down');
}
