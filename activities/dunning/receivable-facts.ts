import { Temporal } from 'temporal-polyfill';
import { INDONESIAN_CONTACT_POLICY, nextContactTime } from '../../domain/calendar/contact-hours.js';
import { NO_HOLIDAYS, type HolidayCalendar } from '../../domain/calendar/holidays.js';
import { INDONESIA } from '../../domain/calendar/indonesian-holidays.js';
import type { DecisionMoment, ReceivableFacts } from '../../domain/dunning/decide-next-step.js';
import type { DunningPolicy } from '../../domain/dunning/dunning-policy.js';
import { parseCurrency, type CurrencyCode } from '../../domain/money/currency.js';
import {
  decidePromises,
  firstDayBroken,
  type PromiseStanding,
} from '../../domain/receivable/promise.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import type * as receivableCommands from '../../prisma/commands/receivable.js';
import { dunningPolicyOf } from './dunning-policy-row.js';

/** What `receivable_facts` and `lock_for_notice` say about one invoice. */
export type ReceivableRow = NonNullable<AnswerOf<typeof receivableCommands.receivableFacts>>;

/** Everything the pure rule takes, and what it decided about promises on the way. */
export type ReadReceivable = Readonly<{
  row: ReceivableRow;
  currency: CurrencyCode;
  facts: ReceivableFacts;
  policy: DunningPolicy;
  moment: DecisionMoment;
  decidedPromises: readonly Readonly<{ promiseId: string; state: 'kept' | 'broken' }>[];
  /** When the promises that run have to be looked at again, in any case. */
  promisesAgainAt: Temporal.Instant | undefined;
}>;

/** Turns a row of the books into what domain/dunning decides from, at the business time `now`. */
export function readReceivable(row: ReceivableRow, now: Temporal.Instant): ReadReceivable {
  const policy = dunningPolicyOf(row.policy);
  const moment = momentOf(row, now);
  const standings = standingsOfPromises(row, policy, moment);
  return {
    row,
    currency: parseCurrency(row.currency),
    policy,
    moment,
    promisesAgainAt: firstDayBroken(standings.values())?.toZonedDateTime(moment.zone).toInstant(),
    facts: factsOf(row, [...standings.values()]),
    decidedPromises: [...standings].flatMap(([promiseId, { kind }]) =>
      kind === 'running' ? [] : [{ promiseId, state: kind }],
    ),
  };
}

function factsOf(row: ReceivableRow, promises: readonly PromiseStanding[]): ReceivableFacts {
  const items = row.items.map(({ openItemId, dueOn, open }) => ({
    openItemId,
    dueOn: Temporal.PlainDate.from(dueOn),
    open: BigInt(open),
  }));
  return {
    settledBy: row.settledBy,
    items,
    levelReached: row.levelReached,
    lastNotice: lastNoticeOf(row),
    customerLastNoticeOn: dayOf(row.customerLastNoticeOn),
    customerOverdue: BigInt(row.customerOverdue),
    openDisputes: row.openDisputes,
    promises,
    holds: row.holds.map(({ until }) => ({ until: dayOf(until) })),
    unmatchedCash: {
      suggested: BigInt(row.unmatchedCash.suggested),
      unapplied: BigInt(row.unmatchedCash.unapplied),
    },
    bankDataThrough: dayOf(row.bankDataThrough),
    placement: placementStandingOf(row),
  };
}

/** A letter that never arrived gives no day to count from: days count from the last one that did, or the debt. */
function lastNoticeOf(row: ReceivableRow): ReceivableFacts['lastNotice'] {
  const sentOn = dayOf(row.lastNoticeOn);
  if (row.undeliveredSince === null) {
    return sentOn === undefined ? undefined : { on: sentOn, delivery: 'accepted' };
  }
  const [oldestDueOn = row.undeliveredSince] = row.items.map(({ dueOn }) => dueOn).toSorted();
  return { on: sentOn ?? Temporal.PlainDate.from(oldestDueOn), delivery: 'undelivered' };
}

function placementStandingOf(row: ReceivableRow): ReceivableFacts['placement'] {
  if (row.openPlacementId !== null) return 'open';
  return row.wasReturned ? 'returned' : 'none';
}

/** Money sent on the promised day may arrive as late as any other: the grace is the transit time. */
function standingsOfPromises(
  row: ReceivableRow,
  { transitDays: graceDays }: DunningPolicy,
  { today }: DecisionMoment,
): ReadonlyMap<string, PromiseStanding> {
  const promises = row.promises.map(({ promiseId, until, amount }) => ({
    promiseId,
    until: Temporal.PlainDate.from(until),
    amount: BigInt(amount),
    graceDays,
  }));
  const payments = row.payments.map(({ on, amount, countsFor }) => ({
    on: Temporal.PlainDate.from(on),
    amount: BigInt(amount),
    countsFor,
  }));
  return decidePromises(promises, payments, today);
}

function momentOf(row: ReceivableRow, now: Temporal.Instant): DecisionMoment {
  const { zone } = row;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return { now, today, zone, nextContactAt: firstContactAt(row, now) };
}

/** The first moment, `at` or later, at which this debtor may be contacted. */
export function firstContactAt(
  { customerZone, customerCountry }: ReceivableRow,
  at: Temporal.Instant,
): Temporal.Instant {
  return nextContactTime({
    at,
    zone: customerZone,
    policy: INDONESIAN_CONTACT_POLICY,
    holidays: HOLIDAYS[customerCountry] ?? NO_HOLIDAYS,
  });
}

/** By country (ISO 3166). Elsewhere the same hours apply; the days of rest are not known yet. */
const HOLIDAYS: Readonly<Record<string, HolidayCalendar>> = { ID: INDONESIA };

function dayOf(day: string | null): Temporal.PlainDate | undefined {
  return day === null ? undefined : Temporal.PlainDate.from(day);
}
