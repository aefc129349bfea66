import { assert } from '../assert.js';
import { sumAmounts } from './money.js';

type Share = Readonly<{ index: number; whole: bigint; rest: bigint }>;

/**
 * Splits `total` in proportion to `weights` (none negative) so that the parts add up to exactly
 * `total`: every part gets its whole units, and what is left goes one unit each to the largest
 * remainders, the earlier part first among equals (Hamilton's method).
 *
 * A negative total gives the negated parts of the positive one. Every part differs from its exact
 * share by less than one unit, and a part without weight gets nothing.
 */
export function allocateByLargestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n) return allocateByLargestRemainder(-total, weights).map((part) => -part);
  assert(
    weights.every((weight) => weight >= 0n),
    'a weight is never negative',
  );
  const totalWeight = sumAmounts(weights);
  if (total === 0n) return weights.map(() => 0n);
  assert(totalWeight > 0n, 'something is split over nothing');

  const shares = weights.map((weight, index) => shareOf(total * weight, totalWeight, index));
  const left = total - sumAmounts(shares.map(({ whole }) => whole));
  const favoured = new Set(
    shares
      .toSorted(byLargestRest)
      .slice(0, Number(left))
      .map(({ index }) => index),
  );
  return shares.map(({ whole, index }) => (favoured.has(index) ? whole + 1n : whole));
}

function shareOf(weighted: bigint, totalWeight: bigint, index: number): Share {
  return { index, whole: weighted / totalWeight, rest: weighted % totalWeight };
}

function byLargestRest(a: Share, b: Share): number {
  if (a.rest === b.rest) return a.index - b.index;
  return a.rest > b.rest ? -1 : 1;
}
