import fc from 'fast-check';
import { findSubsets, SUBSET_SIZE_MAX } from '../../../domain/matching/subset-sum.js';

/** Every subset, the slow way. */
function bruteForce(amounts: readonly bigint[], target: bigint): number {
  let solutions = 0;
  for (let mask = 1; mask < 1 << amounts.length; mask += 1) {
    const members = amounts.filter((_, place) => (mask >> place) % 2 === 1);
    const sum = members.reduce((total, amount) => total + amount, 0n);
    if (sum === target && members.length <= SUBSET_SIZE_MAX) solutions += 1;
  }
  return solutions;
}

describe('findSubsets', () => {
  it('counts exactly the sets that add up', () => {
    const amounts = fc.array(fc.bigInt(1n, 12n), { maxLength: 11 });
    fc.assert(
      fc.property(amounts, fc.bigInt(1n, 60n), (values, target) => {
        const { solutions, isProved, subsets } = findSubsets(values, target);
        expect(solutions).toBe(Math.min(100, bruteForce(values, target)));
        expect(isProved).toBe(true);
        for (const subset of subsets) {
          expect(new Set(subset).size).toBe(subset.length);
          expect(subset.reduce((sum, place) => sum + (values[place] ?? 0n), 0n)).toBe(target);
        }
      }),
    );
  });

  it('finds the pair that a greedy search misses', () => {
    expect(findSubsets([60n, 50n, 40n], 100n)).toMatchObject({ solutions: 1, subsets: [[0, 2]] });
  });

  it('does not claim a proof over more items than it can look at', () => {
    const many = Array.from({ length: 31 }, (_, index) => BigInt(index + 1));
    expect(findSubsets(many, 1_000n).isProved).toBe(false);
    const mostTooLarge = [...many.map((amount) => amount + 1_000n), 3n];
    expect(findSubsets(mostTooLarge, 3n)).toMatchObject({ solutions: 1, isProved: true });
  });

  it('stops counting what has too many explanations', () => {
    const equal = Array.from({ length: 30 }, () => 5n);
    expect(findSubsets(equal, 20n).solutions).toBe(100);
  });
});
