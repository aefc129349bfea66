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
  /** A set of more than eight adds up as well: it is found, and not counted. */
  hasLarger: boolean;
  sizeMax: number;
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
  const left = groupBySum(halfSums(considered.slice(0, middle).map(valueAt)));
  const right = halfSums(considered.slice(middle).map(valueAt));

  const found = meet(left, right, target);
  return {
    solutions: found.solutions,
    isProved: usable.length <= SUBSET_ITEMS_MAX,
    hasLarger: found.hasLarger,
    sizeMax: SUBSET_SIZE_MAX,
    subsets: found.pairs.map(([leftMask, rightMask]) =>
      [...bitsOf(leftMask), ...bitsOf(rightMask).map((bit) => bit + middle)].map(
        (place) => considered[place] ?? 0,
      ),
    ),
  };
}

type Met = Readonly<{
  solutions: number;
  hasLarger: boolean;
  pairs: readonly (readonly [number, number])[];
}>;

/**
 * Joins the halves, small sets first. The partners of a half stop at the first set that is too large, so that many equal
 * amounts cost no more than others: thirty of them have 155 million sets of fifteen.
 */
function meet(
  left: ReadonlyMap<bigint, readonly number[]>,
  right: readonly bigint[],
  target: bigint,
): Met {
  const pairs: [number, number][] = [];
  let [solutions, hasLarger] = [0, false];
  for (const rightMask of bySize([...right.keys()])) {
    const size = bitCount(rightMask);
    for (const leftMask of left.get(target - (right[rightMask] ?? 0n)) ?? []) {
      const together = size + bitCount(leftMask);
      if (together === 0) continue;
      if (together > SUBSET_SIZE_MAX) {
        hasLarger = true;
        break;
      }
      solutions += 1;
      if (pairs.length < SUBSETS_KEPT_MAX) pairs.push([leftMask, rightMask]);
      if (solutions >= SOLUTIONS_COUNT_MAX) return { solutions, hasLarger, pairs };
    }
  }
  return { solutions, hasLarger, pairs };
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

/** Masks by the sum of their members, the smallest sets first. */
function groupBySum(sums: readonly bigint[]): ReadonlyMap<bigint, readonly number[]> {
  const groups = new Map<bigint, number[]>();
  for (const mask of bySize([...sums.keys()])) {
    const sum = sums[mask] ?? 0n;
    const known = groups.get(sum);
    if (known === undefined) groups.set(sum, [mask]);
    else known.push(mask);
  }
  return groups;
}

function bySize(masks: readonly number[]): readonly number[] {
  const sizes: number[][] = [];
  for (const mask of masks) (sizes[bitCount(mask)] ??= []).push(mask);
  return sizes.flat();
}

function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(31 - Math.clz32(rest & -rest));
  return bits;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
