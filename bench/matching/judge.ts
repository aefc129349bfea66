import type { Allocation } from '../../domain/matching/matching.js';
import type { Truth } from './year/truth.js';

/**
 * Whether the set of items and every amount are right. What was kept back of the whole (a fee, coins) may be missing
 * from any of the items, because the payer does not say from which.
 */
export function isRight(allocations: readonly Allocation[], { paid, keptOfAll }: Truth): boolean {
  if (paid.length === 0 || allocations.length !== paid.length) return false;
  const given = new Map(allocations.map(({ openItemId, amount }) => [openItemId, amount]));
  const missing = paid.map(({ openItemId, clears, keptHere }) => {
    const amount = given.get(openItemId);
    return amount === undefined ? undefined : clears - keptHere - amount;
  });
  const isEachGiven = missing.every((one) => one !== undefined && one >= 0n);
  return isEachGiven && missing.reduce<bigint>((all, one) => all + (one ?? 0n), 0n) === keptOfAll;
}

/** Whether a booking is right: what no one could know is wrong to book, even when it happens to be so. */
export function isRightlyBooked(allocations: readonly Allocation[], truth: Truth): boolean {
  return truth.isDecidable && isRight(allocations, truth);
}
