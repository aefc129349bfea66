import { Temporal } from 'temporal-polyfill';
import type { AmountScope, OpenItem } from './matching.js';
import { totalOf } from './oldest-first.js';
import { findSubsets } from './subset-sum.js';

/** Open items that come to the payment exactly; without a scope, nothing but the sum joins them. */
export type Combination = Readonly<{ items: readonly OpenItem[]; scope: AmountScope | undefined }>;

export type CombinationFinding = Readonly<{
  /** The likeliest first: one item, all that is due, all that is open, the oldest in a row, any others. */
  combinations: readonly Combination[];
  /** How many sets of items come to the payment; more than one are rivals. */
  solutions: number;
  /** False when not all sets could be tried: then a single solution proves nothing. */
  isProved: boolean;
  itemsConsidered: number;
}>;

/**
 * Finds and **counts** the sets of a customer's open items that come to exactly `paid`. Sets of up to eight items among
 * thirty are all tried; a larger set is found when it is all that is due, all that is open, or the oldest in a row.
 * `items` come by due date.
 */
export function searchCombinations(
  items: readonly OpenItem[],
  { paid, on }: Readonly<{ paid: bigint; on: Temporal.PlainDate }>,
): CombinationFinding {
  const due = items.filter(({ dueOn }) => Temporal.PlainDate.compare(dueOn, on) <= 0);
  const subsets = findSubsets(
    items.map(({ open }) => open.amount),
    paid,
  );
  const all: readonly Combination[] = [
    ...items.map((item): Combination => ({ items: [item], scope: 'one-item' })),
    { items: due, scope: 'all-due' },
    { items, scope: 'all-open' },
    { items: oldestUpTo(items, paid), scope: 'oldest-first' },
    ...subsets.subsets.map((places) => ({
      items: places.flatMap((place) => items[place] ?? []),
      scope: undefined,
    })),
  ];
  const combinations = distinct(all.filter((one) => totalOf(one.items) === paid));
  // Amounts are above zero: when all of them together come to the payment, nothing else does.
  const isAll = totalOf(items) === paid;
  const large = combinations.filter((one) => one.items.length > subsets.sizeMax).length;
  return {
    combinations,
    solutions: isAll ? 1 : subsets.solutions + large,
    isProved: isAll || (subsets.isProved && !subsets.hasLarger),
    itemsConsidered: items.length,
  };
}

/** As many of the oldest items as the payment covers in full. */
function oldestUpTo(items: readonly OpenItem[], paid: bigint): readonly OpenItem[] {
  let left = paid;
  const end = items.findIndex(({ open }) => {
    left -= open.amount;
    return left < 0n;
  });
  return end === -1 ? items : items.slice(0, end);
}

function distinct(combinations: readonly Combination[]): readonly Combination[] {
  const first = new Map<string, Combination>();
  for (const one of combinations) {
    const key = one.items
      .map(({ id }) => id)
      .toSorted()
      .join(' ');
    if (one.items.length > 0 && !first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
