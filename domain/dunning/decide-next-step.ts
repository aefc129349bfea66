import { Temporal } from 'temporal-polyfill';
import { outcomeOf, type ReceivableOutcome } from '../receivable/outcome.js';
import type { PromiseStanding } from '../receivable/promise.js';
import { earliest, isAfter, latest } from './days.js';
import type { DunningLevel, DunningPolicy } from './dunning-policy.js';
import { letterDeadline, type LetterDeadline } from './letter-deadline.js';
import { dayOfLevel, dayOfPlacement, openAmountOf, overdueItems } from './planned-days.js';
import type { DecisionMoment, DunnedItem, ReceivableFacts } from './receivable-facts.js';

export type HoldReason =
  | 'dispute'
  | 'manual'
  | 'promise-to-pay'
  | 'returned-by-agency'
  | 'small-rest'
  | 'below-customer-minimum'
  | 'notice-undelivered'
  | 'unmatched-cash'
  | 'stale-bank-data'
  | 'not-for-placement';

export type WaitReason = 'not-due' | 'contact-hours';

/** A hold without an end lasts until somebody or something changes the books. */
export type NextStep =
  | Readonly<{ kind: 'close'; outcome: ReceivableOutcome }>
  | Readonly<{
      kind: 'hold';
      reason: HoldReason;
      untilInstant: Temporal.Instant | undefined;
      /** Manual holds that a person looks at again. */
      reviewed?: readonly string[];
    }>
  | Readonly<{ kind: 'wait'; reason: WaitReason; until: Temporal.Instant }>
  | Readonly<
      LetterDeadline & {
        kind: 'remind';
        level: number;
        template: string;
        feeAmount: bigint | undefined;
        /** What is overdue, the oldest first. */
        items: readonly DunnedItem[];
        /** Money that we hold for it and have not allocated: only the rest is asked for. */
        held: bigint;
        /** What the customer disputes of it or has promised: not asked for either. */
        aside: bigint;
      }
    >
  | Readonly<{ kind: 'place' }>
  | Readonly<{ kind: 'await-placement' }>;

/** A hold is checked again after so many days, since its reason may have gone without any event. */
const RECHECK_DAYS = 7;

/**
 * Decides what happens next to one receivable. All rules are in this file; the days they count are in planned-days.ts.
 *
 * Levels are reached one after the other, each counted from the due date of the debt; none is skipped however late the
 * debt is found. Due today is not overdue. A dispute, a promise or a hold suspends the process and never resets it:
 * when it ends, the customer continues at the level reached. What is demanded is net: overdue less the money that we
 * hold. Nothing is sent while that money may settle the debt, and nothing is placed while there is any. Nothing is sent
 * or placed while the bank data are too old.
 */
export function decideNextStep(
  facts: ReceivableFacts,
  policy: DunningPolicy,
  moment: DecisionMoment,
): NextStep {
  return (
    endOf(facts) ??
    suspension(facts, policy, moment) ??
    nextLevel(facts, policy, moment) ??
    nextPlacement(facts, policy, moment)
  );
}

/** While an agency has the debt, its placement ends first; only then does the receivable end. */
function endOf({ placement, settledBy, items }: ReceivableFacts): NextStep | undefined {
  if (placement === 'open') return { kind: 'await-placement' };
  return openAmountOf(items) <= 0n ? { kind: 'close', outcome: outcomeOf(settledBy) } : undefined;
}

function suspension(
  facts: ReceivableFacts,
  policy: DunningPolicy,
  moment: DecisionMoment,
): NextStep | undefined {
  const manual = holdManually(facts, moment);
  if (manual !== undefined) return manual;
  const rest = openAmountOf(facts.items) - facts.unmatchedCash.held - asideOf(facts, moment);
  if (rest <= policy.smallRest) {
    const aside = holdAside(facts, moment);
    if (aside !== undefined) return aside;
  }
  return facts.placement === 'returned' ? hold('returned-by-agency') : undefined;
}

/** Reasons to hold that come and go with the facts. */
export const PASSING_HOLDS = [
  'dispute',
  'promise-to-pay',
  'manual',
  'unmatched-cash',
  'notice-undelivered',
  'stale-bank-data',
] as const satisfies readonly HoldReason[];

export type PassingHold = (typeof PASSING_HOLDS)[number];

/** Which reasons to hold there are, whether or not they are weighty enough to hold the debt back now. */
export function holdsThere(
  facts: ReceivableFacts,
  policy: DunningPolicy,
  moment: DecisionMoment,
): Readonly<Record<PassingHold, boolean>> {
  return {
    dispute: facts.disputed > 0n,
    'promise-to-pay': lastDayPromised(facts.promises, moment) !== undefined,
    manual: holdManually(facts, moment) !== undefined,
    'unmatched-cash': Object.values(facts.unmatchedCash).some((money) => money > 0n),
    'notice-undelivered': facts.lastNotice?.delivery === 'undelivered',
    'stale-bank-data': isStale(facts, policy, moment),
  };
}

/** Until the day after the last hold ends, and at the latest until one of them is looked at again. */
function holdManually(facts: ReceivableFacts, moment: DecisionMoment): NextStep | undefined {
  const holds = facts.holds.filter(({ until }) => until === undefined || runs(until, moment));
  if (holds.length === 0) return undefined;
  const end = holds.some(({ until }) => until === undefined)
    ? undefined
    : latest(holds.map(({ until }) => until)).add({ days: 1 });
  const reviews = holds.flatMap(({ reviewOn }) => (reviewOn === undefined ? [] : [reviewOn]));
  const next = earliest([end, ...reviews.filter((day) => isAfter(day, moment.today))]);
  const reviewed = holds
    .filter(({ reviewOn }) => reviewOn !== undefined && !isAfter(reviewOn, moment.today))
    .map(({ holdId }) => holdId);
  const held = hold('manual', next === undefined ? undefined : startOf(next, moment));
  return reviewed.length === 0 ? held : { ...held, reviewed };
}

/** Undefined when all levels were reached. */
function nextLevel(
  facts: ReceivableFacts,
  policy: DunningPolicy,
  moment: DecisionMoment,
): NextStep | undefined {
  const level = policy.levels.find((one) => one.level === facts.levelReached + 1);
  if (level === undefined) return undefined;
  const noticeDate = dayOfLevel(level, facts, policy);
  if (noticeDate === undefined) return hold('small-rest');
  if (isAfter(noticeDate, moment.today)) return waitForDay(noticeDate, moment);
  return (
    blocked(facts, policy, moment) ??
    belowMinimum(facts, policy, moment) ??
    outsideHours(moment) ??
    remind(level, facts, { policy, moment })
  );
}

function nextPlacement(
  facts: ReceivableFacts,
  policy: DunningPolicy,
  moment: DecisionMoment,
): NextStep {
  const rule = policy.placement;
  if (openAmountOf(facts.items) <= policy.smallRest) return hold('small-rest');
  if (rule === undefined || openAmountOf(facts.items) < rule.minAmount) {
    return hold('not-for-placement');
  }
  const placementDate = dayOfPlacement(rule, facts, policy);
  if (placementDate === undefined) return hold('small-rest');
  if (isAfter(placementDate, moment.today)) return waitForDay(placementDate, moment);
  // An agency demands whole items: money that we hold is allocated, and a part set aside decided first.
  if (facts.unmatchedCash.held > 0n) return hold('unmatched-cash', inDays(1, moment));
  return holdAside(facts, moment) ?? blocked(facts, policy, moment) ?? { kind: 'place' };
}

/** Reasons to hold back a notice or a placement. */
function blocked(
  facts: ReceivableFacts,
  policy: DunningPolicy,
  moment: DecisionMoment,
): NextStep | undefined {
  // After a letter that never arrived no harder one follows: a person finds another channel first.
  if (facts.lastNotice?.delivery === 'undelivered') return hold('notice-undelivered');
  const rest = overdueOf(facts, moment) - facts.unmatchedCash.held - asideOf(facts, moment);
  if (rest <= policy.smallRest) {
    const aside = holdAside(facts, moment);
    if (aside !== undefined) return { ...aside, untilInstant: inDays(1, moment) };
  }
  // Checked again every day: when the money is allocated to another invoice, only that one is poked.
  if (mayBePaid(facts, policy, moment)) return hold('unmatched-cash', inDays(1, moment));
  return isStale(facts, policy, moment) ? hold('stale-bank-data', inDays(1, moment)) : undefined;
}

/** Whether the money that we hold covers the debt, except for a small rest or a bank fee. */
function mayBePaid(
  facts: ReceivableFacts,
  { smallRest, knownFees }: DunningPolicy,
  moment: DecisionMoment,
): boolean {
  const overdue = overdueOf(facts, moment) - asideOf(facts, moment);
  const { held, suggested, elsewhere } = facts.unmatchedCash;
  return [held, suggested, elsewhere].some((money) => {
    const rest = overdue - money;
    return money > 0n && (rest <= smallRest || knownFees.includes(rest));
  });
}

/** Net: the customer's debts less the money that we hold for them. */
function belowMinimum(
  facts: ReceivableFacts,
  { customerMinimum }: DunningPolicy,
  moment: DecisionMoment,
): NextStep | undefined {
  const { customerOverdue, unmatchedCash } = facts;
  return customerOverdue - unmatchedCash.ofCustomer - asideOf(facts, moment) < customerMinimum
    ? hold('below-customer-minimum', inDays(RECHECK_DAYS, moment))
    : undefined;
}

function isStale(
  { bankDataThrough }: ReceivableFacts,
  { bankDataMaxAgeDays }: DunningPolicy,
  { today }: DecisionMoment,
): boolean {
  if (bankDataMaxAgeDays === undefined) return false;
  if (bankDataThrough === undefined) return true;
  return isAfter(today, bankDataThrough.add({ days: bankDataMaxAgeDays }));
}

function outsideHours({ now, nextContactAt }: DecisionMoment): NextStep | undefined {
  return Temporal.Instant.compare(nextContactAt, now) > 0
    ? { kind: 'wait', reason: 'contact-hours', until: nextContactAt }
    : undefined;
}

function remind(
  level: DunningLevel,
  facts: ReceivableFacts,
  { policy, moment }: Readonly<{ policy: DunningPolicy; moment: DecisionMoment }>,
): NextStep {
  const { template, feeAmount } = level;
  const items = overdueItems(facts.items, moment.today);
  const { held } = facts.unmatchedCash;
  const rest = openAmountOf(items) - held;
  const set = asideOf(facts, moment);
  const aside = set < rest ? set : rest;
  return {
    kind: 'remind',
    level: level.level,
    template,
    feeAmount,
    items,
    held,
    aside,
    ...letterDeadline(level.level, facts, { policy, today: moment.today }),
  };
}

/** What is disputed or promised holds its amount and no more: the rest is asked for. */
function asideOf({ disputed, promises }: ReceivableFacts, moment: DecisionMoment): bigint {
  return promises
    .flatMap((promise) =>
      promise.kind === 'running' && runs(promise.lastDay, moment) ? [promise.missing] : [],
    )
    .reduce((total, missing) => total + missing, disputed);
}

function holdAside(
  { disputed, promises }: ReceivableFacts,
  moment: DecisionMoment,
): Extract<NextStep, { kind: 'hold' }> | undefined {
  if (disputed > 0n) return hold('dispute');
  const promised = lastDayPromised(promises, moment);
  return promised === undefined ? undefined : hold('promise-to-pay', dayAfter(promised, moment));
}

function overdueOf({ items }: ReceivableFacts, { today }: DecisionMoment): bigint {
  return openAmountOf(overdueItems(items, today));
}

/** A promise whose last day has passed holds nothing, even while it is not judged yet. */
function lastDayPromised(
  promises: readonly PromiseStanding[],
  moment: DecisionMoment,
): Temporal.PlainDate | undefined {
  const days = promises
    .flatMap((promise) => (promise.kind === 'running' ? [promise.lastDay] : []))
    .filter((lastDay) => runs(lastDay, moment));
  return days.length === 0 ? undefined : latest(days);
}

function runs(lastDay: Temporal.PlainDate, { today }: DecisionMoment): boolean {
  return !isAfter(today, lastDay);
}

/** When a hold ends by itself; undefined for other steps, and for a hold that somebody or something has to end. */
export function heldUntil(step: NextStep): Temporal.Instant | undefined {
  return step.kind === 'hold' ? step.untilInstant : undefined;
}

function hold(
  reason: HoldReason,
  untilInstant?: Temporal.Instant,
): Extract<NextStep, { kind: 'hold' }> {
  return { kind: 'hold', reason, untilInstant };
}

function waitForDay(day: Temporal.PlainDate, moment: DecisionMoment): NextStep {
  return { kind: 'wait', reason: 'not-due', until: startOf(day, moment) };
}

function dayAfter(
  day: Temporal.PlainDate | undefined,
  moment: DecisionMoment,
): Temporal.Instant | undefined {
  return day === undefined ? undefined : startOf(day.add({ days: 1 }), moment);
}

function inDays(days: number, moment: DecisionMoment): Temporal.Instant {
  return startOf(moment.today.add({ days }), moment);
}

/** Midnight of the company's zone, where the business day begins. */
function startOf(day: Temporal.PlainDate, { zone }: DecisionMoment): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}
