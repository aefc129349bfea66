/** Two halves of fifteen: 65,536 sums, about 20 ms. */
const SUBSET_ITEMS_MAX = 30;

/** Nobody pays more invoices than this without naming them. */
export const SUBSET_SIZE_MAX = 8;

/** Counting stops here: an amount with a hundred explanations is unexplained. */
const SOLUTIONS_COUNT_MAX = 100;
const SUBSETS_KEPT_MAX = 3;

export type SubsetFinding = Readonly<{
  /** How many sets of items add up to the target; at most 100 are counted. */
  solutions: number;
  /** False when there were too many items to try all sets: then even a single solution proves nothing. */
  isProved: boolean;
  /** Indexes of the items, for the first few solutions. */
  subsets: readonly (readonly number[])[];
}>;

/**
 * All sets of up to eight amounts (each above zero) that add up to exactly `target`, by meeting in the
 * middle. Solutions are **counted**, because a sum that can be made in two ways explains nothing.
 */
export function findSubsets(amounts: readonly bigint[], target: bigint): SubsetFinding {
  const usable = [...amounts.keys()].filter((place) => (amounts[place] ?? 0n) <= target);
  const considered = usable.slice(0, SUBSET_ITEMS_MAX);
  const middle = Math.floor(considered.length / 2);
  const valueAt = (place: number): bigint => amounts[place] ?? 0n;
  const left = halfSums(considered.slice(0, middle).map(valueAt));
  const right = halfSums(considered.slice(middle).map(valueAt));
  const masksBySum = groupBySum(left);

  const subsets: number[][] = [];
  let solutions = 0;
  for (const [rightMask, rightSum] of right.entries()) {
    for (const leftMask of masksBySum.get(target - rightSum) ?? []) {
      const size = bitCount(leftMask) + bitCount(rightMask);
      if (size === 0 || size > SUBSET_SIZE_MAX) continue;
      solutions += 1;
      if (subsets.length < SUBSETS_KEPT_MAX) {
        const places = [...bitsOf(leftMask), ...bitsOf(rightMask).map((bit) => bit + middle)];
        subsets.push(places.map((place) => considered[place] ?? 0));
      }
      if (solutions >= SOLUTIONS_COUNT_MAX) return { solutions, isProved: true, subsets };
    }
  }
  return { solutions, isProved: usable.length <= SUBSET_ITEMS_MAX, subsets };
}

/** The sum of every subset; the index is the bit mask of its members. */
function halfSums(values: readonly bigint[]): bigint[] {
  const sums = [0n];
  for (let mask = 1; mask < 1 << values.length; mask += 1) {
    const lowest = mask & -mask;
    sums.push((sums[mask ^ lowest] ?? 0n) + (values[31 - Math.clz32(lowest)] ?? 0n));
  }
  return sums;
}

function groupBySum(sums: readonly bigint[]): ReadonlyMap<bigint, readonly number[]> {
  const groups = new Map<bigint, number[]>();
  for (const [mask, sum] of sums.entries()) {
    const known = groups.get(sum);
    if (known === undefined) groups.set(sum, [mask]);
    else known.push(mask);
  }
  return groups;
}

function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(31 - Math.clz32(rest & -rest));
  return bits;
}

function bitCount(mask: number): number {
  return bitsOf(mask).length;
}
