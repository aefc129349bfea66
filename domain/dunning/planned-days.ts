import { Temporal } from 'temporal-polyfill';
import { isAfter, latest } from './days.js';
import type { DunningLevel, DunningPolicy, PlacementRule } from './dunning-policy.js';
import type { DunnedItem, ReceivableFacts } from './receivable-facts.js';

type Letters = Pick<ReceivableFacts, 'items' | 'lastNotice' | 'customerLastNoticeOn'>;

/** The rules by which a step does not come sooner. */
export const DAY_RULES = [
  'past-due',
  'after-last-letter',
  'after-letter-to-customer',
  'after-deadline',
] as const;

/** One rule of days: from which day it counts how many, and the first day that it allows. */
export type DayReason = Readonly<{
  rule: (typeof DAY_RULES)[number];
  days: number;
  from: Temporal.PlainDate;
  notBefore: Temporal.PlainDate;
}>;

/**
 * Why the letter of a level may not be sent sooner: so many days past due, so many after the letter before it and any
 * other to this customer, and after the deadline of the last letter. Undefined when only a small rest is open.
 */
export function reasonsOfLevel(
  level: DunningLevel,
  { items, lastNotice, customerLastNoticeOn }: Letters,
  policy: DunningPolicy,
): readonly DayReason[] | undefined {
  const anchor = overdueAnchor(items, policy);
  if (anchor === undefined) return undefined;
  return [
    reason('past-due', anchor, daysOverdue(level.daysPastDue, policy)),
    reason('after-last-letter', lastNotice?.on, level.minDaysSinceLast),
    reason('after-letter-to-customer', customerLastNoticeOn, policy.customerMinDays),
    reason('after-deadline', lastNotice?.payBy, 1),
  ].flat();
}

/** Why the debt may not go to an agency sooner; undefined when only a small rest is open. */
export function reasonsOfPlacement(
  rule: PlacementRule,
  { items, lastNotice }: Letters,
  policy: DunningPolicy,
): readonly DayReason[] | undefined {
  const anchor = overdueAnchor(items, policy);
  if (anchor === undefined) return undefined;
  return [
    reason('past-due', anchor, daysOverdue(rule.daysPastDue, policy)),
    reason('after-last-letter', lastNotice?.on, rule.minDaysSinceLast),
    reason('after-deadline', lastNotice?.payBy, 1),
  ].flat();
}

/** The first day on which the letter of a level may be sent (`reasonsOfLevel`); undefined when only a small rest is open. */
export function dayOfLevel(
  level: DunningLevel,
  facts: Letters,
  policy: DunningPolicy,
): Temporal.PlainDate | undefined {
  return firstDayOf(reasonsOfLevel(level, facts, policy));
}

/** The first day on which the debt may go to an agency (`reasonsOfPlacement`); undefined when only a small rest is open. */
export function dayOfPlacement(
  rule: PlacementRule,
  facts: Letters,
  policy: DunningPolicy,
): Temporal.PlainDate | undefined {
  return firstDayOf(reasonsOfPlacement(rule, facts, policy));
}

/** The first day that all of the rules allow; undefined without rules. */
export function firstDayOf(
  reasons: readonly DayReason[] | undefined,
): Temporal.PlainDate | undefined {
  return reasons === undefined ? undefined : latest(reasons.map(({ notBefore }) => notBefore));
}

function reason(
  rule: DayReason['rule'],
  from: Temporal.PlainDate | undefined,
  days: number,
): readonly DayReason[] {
  return from === undefined ? [] : [{ rule, days, from, notBefore: from.add({ days }) }];
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
function daysOverdue(daysPastDue: number, { transitDays }: DunningPolicy): number {
  return Math.max(daysPastDue, transitDays + 1);
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
