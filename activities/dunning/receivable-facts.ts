import { Temporal } from 'temporal-polyfill';
import { companyCalendar } from '../../domain/calendar/company-holidays.js';
import { INDONESIAN_CONTACT_POLICY, nextContactTime } from '../../domain/calendar/contact-hours.js';
import type { DecisionMoment, ReceivableFacts } from '../../domain/dunning/receivable-facts.js';
import type { DunningPolicy } from '../../domain/dunning/dunning-policy.js';
import { parseCurrency, type CurrencyCode } from '../../domain/money/currency.js';
import {
  decidePromises,
  firstDayBroken,
  type PromiseStanding,
} from '../../domain/receivable/promise.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import type * as receivableCommands from '../../prisma/commands/receivable.js';
import { dunningPolicyOf } from './dunning-policy-of.js';

/** The facts of one invoice, as `receivable_facts` and `lock_for_notice` answer them. */
export type ReceivableRow = NonNullable<AnswerOf<typeof receivableCommands.receivableFacts>>;

/** The input of `decideNextStep`, and what was decided about promises. */
export type ReadReceivable = Readonly<{
  row: ReceivableRow;
  currency: CurrencyCode;
  facts: ReceivableFacts;
  policy: DunningPolicy;
  moment: DecisionMoment;
  decidedPromises: readonly Readonly<{ promiseId: string; state: 'kept' | 'broken' }>[];
  /** When the running promises must be judged again at the latest. */
  promisesAgainAt: Temporal.Instant | undefined;
}>;

/** Turns a row of the books into what domain/dunning decides from, at the business time `now`. */
export function readReceivable(row: ReceivableRow, now: Temporal.Instant): ReadReceivable {
  const currency = parseCurrency(row.currency);
  const policy = dunningPolicyOf(row.policy, currency);
  const moment = momentOf(row, now);
  const standings = standingsOfPromises(row, policy, moment);
  return {
    row,
    currency,
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
    disputed: BigInt(row.disputed),
    promises,
    holds: row.holds.map(({ holdId, until, reviewOn }) => ({
      holdId,
      until: dayOf(until),
      reviewOn: dayOf(reviewOn),
    })),
    unmatchedCash: {
      held: BigInt(row.unmatchedCash.held),
      ofCustomer: BigInt(row.unmatchedCash.ofCustomer),
      suggested: BigInt(row.unmatchedCash.suggested),
      elsewhere: BigInt(row.unmatchedCash.elsewhere),
    },
    bankDataThrough: dayOf(row.bankDataThrough),
    placement: placementStandingOf(row),
  };
}

/**
 * Days are counted from the last letter that arrived, else from the debt; a letter that never arrived does not count.
 */
function lastNoticeOf(row: ReceivableRow): ReceivableFacts['lastNotice'] {
  const sentOn = dayOf(row.lastNoticeOn);
  if (row.undeliveredSince === null) {
    return sentOn === undefined
      ? undefined
      : { on: sentOn, delivery: 'accepted', payBy: dayOf(row.lastPayBy) };
  }
  const [oldestDueOn = row.undeliveredSince] = row.items.map(({ dueOn }) => dueOn).toSorted();
  return {
    on: sentOn ?? Temporal.PlainDate.from(oldestDueOn),
    delivery: 'undelivered',
    payBy: dayOf(row.lastPayBy),
  };
}

function placementStandingOf(row: ReceivableRow): ReceivableFacts['placement'] {
  if (row.openPlacementId !== null) return 'open';
  return row.wasReturned ? 'returned' : 'none';
}

/** Money sent on the promised day needs the usual transit time, so that is the grace. */
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
  { customerZone, customerCountry, companyHolidays }: ReceivableRow,
  at: Temporal.Instant,
): Temporal.Instant {
  return nextContactTime({
    at,
    zone: customerZone,
    policy: INDONESIAN_CONTACT_POLICY,
    holidays: companyCalendar(customerCountry, companyHolidays),
  });
}

function dayOf(day: string | null): Temporal.PlainDate | undefined {
  return day === null ? undefined : Temporal.PlainDate.from(day);
}
