import { Temporal } from 'temporal-polyfill';
import type { Allocation, OpenItem, Payment } from './matching.js';

/**
 * By due date, the oldest first (KUHPerdata 1397), then by instalment and id, so that the order is always the same. The
 * matcher fills open items in it. In SQL the same order stands in prisma/functions/payment/oldest_first_of_invoice.sql
 * (an agency's payment, a write-off, a credit note); a test holds them equal.
 */
export function byDueDate(a: OpenItem, b: OpenItem): number {
  const dates = Temporal.PlainDate.compare(a.dueOn, b.dueOn);
  if (dates !== 0) return dates;
  if (a.instalment !== b.instalment) return a.instalment - b.instalment;
  return a.id < b.id ? -1 : 1;
}

/** What is open on the items together. */
export function totalOf(items: readonly OpenItem[]): bigint {
  return items.reduce((total, { open }) => total + open.amount, 0n);
}

/** Pays each item in full. */
export function allocateInFull(items: readonly OpenItem[]): readonly Allocation[] {
  return items.map(({ id, open }) => ({ openItemId: id, amount: open.amount }));
}

/** Fills the items in the order given (the caller sorts, `byDueDate`) until the money is used up. */
export function fillInOrder(items: readonly OpenItem[], paid: bigint): readonly Allocation[] {
  let left = paid;
  const allocations: Allocation[] = [];
  for (const { id, open } of items) {
    const amount = left < open.amount ? left : open.amount;
    if (amount > 0n) allocations.push({ openItemId: id, amount });
    left -= amount;
  }
  return allocations;
}

/** A payment before the due date may be the previous instalment paid twice. */
export function isEarly(
  { receivedOn }: Pick<Payment, 'receivedOn'>,
  items: readonly OpenItem[],
): boolean {
  return items.some(({ dueOn }) => Temporal.PlainDate.compare(dueOn, receivedOn) > 0);
}
