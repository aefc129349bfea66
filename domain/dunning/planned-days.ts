import { Temporal } from 'temporal-polyfill';
import { isAfter, latest } from './days.js';
import type { DunningLevel, DunningPolicy, PlacementRule } from './dunning-policy.js';
import type { DunnedItem, ReceivableFacts } from './receivable-facts.js';

type Letters = Pick<ReceivableFacts, 'items' | 'lastNotice' | 'customerLastNoticeOn'>;

/**
 * The first day on which the letter of a level may be sent: so many days past due, so many after the letter before it
 * and any other to this customer, and after the deadline of the last letter. Undefined when only a small rest is open.
 */
export function dayOfLevel(
  level: DunningLevel,
  { items, lastNotice, customerLastNoticeOn }: Letters,
  policy: DunningPolicy,
): Temporal.PlainDate | undefined {
  const anchor = overdueAnchor(items, policy);
  if (anchor === undefined) return undefined;
  return latest([
    overdueFrom(anchor, level.daysPastDue, policy),
    lastNotice?.on.add({ days: level.minDaysSinceLast }),
    customerLastNoticeOn?.add({ days: policy.customerMinDays }),
    lastNotice?.payBy?.add({ days: 1 }),
  ]);
}

/** The first day on which the debt may go to an agency; undefined when only a small rest is open. */
export function dayOfPlacement(
  rule: PlacementRule,
  { items, lastNotice }: Letters,
  policy: DunningPolicy,
): Temporal.PlainDate | undefined {
  const anchor = overdueAnchor(items, policy);
  if (anchor === undefined) return undefined;
  return latest([
    overdueFrom(anchor, rule.daysPastDue, policy),
    lastNotice?.on.add({ days: rule.minDaysSinceLast }),
    lastNotice?.payBy?.add({ days: 1 }),
  ]);
}

/**
 * The due date from which days past due are counted: the first one on which more than a small rest is unpaid. So an
 * instalment paid short by a bank fee does not make the debt older than it is.
 */
function overdueAnchor(
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
function overdueFrom(
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

/** What is open of these items together. */
export function openAmountOf(items: readonly DunnedItem[]): bigint {
  return items.reduce((total, { open }) => total + open, 0n);
}
