import { Temporal } from 'temporal-polyfill';
import { isAfter } from './days.js';
import type { DunningPolicy } from './dunning-policy.js';
import type { DunnedItem } from './receivable-facts.js';

/**
 * The due date from which days past due are counted: the first one on which more than a small rest is unpaid. So an
 * instalment paid short by a bank fee does not make the debt older than it is.
 */
export function overdueAnchor(
  items: readonly DunnedItem[],
  { smallRest }: DunningPolicy,
): Temporal.PlainDate | undefined {
  let unpaid = 0n;
  for (const { dueOn, open } of byDueDate(items)) {
    unpaid += open;
    if (unpaid > smallRest) return dueOn;
  }
  return undefined;
}

/** Never on the due date itself, and not while money sent on that day may be on its way. */
export function overdueFrom(
  anchor: Temporal.PlainDate,
  daysPastDue: number,
  { transitDays }: DunningPolicy,
): Temporal.PlainDate {
  return anchor.add({ days: Math.max(daysPastDue, transitDays + 1) });
}

/** The items that were due before today, the longest due first. */
export function overdueItems(
  items: readonly DunnedItem[],
  today: Temporal.PlainDate,
): readonly DunnedItem[] {
  return byDueDate(items).filter(({ dueOn }) => isAfter(today, dueOn));
}

function byDueDate(items: readonly DunnedItem[]): readonly DunnedItem[] {
  return items
    .filter(({ open }) => open > 0n)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn));
}

export function openAmountOf(items: readonly DunnedItem[]): bigint {
  return items.reduce((total, { open }) => total + open, 0n);
}
