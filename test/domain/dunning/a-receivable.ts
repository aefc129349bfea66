import { Temporal } from 'temporal-polyfill';
import type {
  DecisionMoment,
  DunnedItem,
  ManualHold,
  ReceivableFacts,
  UnmatchedCash,
} from '../../../domain/dunning/receivable-facts.js';
import type { DunningPolicy } from '../../../domain/dunning/dunning-policy.js';
import type { PromiseStanding } from '../../../domain/receivable/promise.js';

const ZONE = 'Asia/Jakarta';

/** Three levels: a week, three weeks and six weeks past due; then the agency. */
export const policy: DunningPolicy = {
  levels: [
    { level: 1, daysPastDue: 7, minDaysSinceLast: 0, feeAmount: undefined, template: 'friendly' },
    { level: 2, daysPastDue: 21, minDaysSinceLast: 10, feeAmount: 25_000n, template: 'firm' },
    { level: 3, daysPastDue: 42, minDaysSinceLast: 10, feeAmount: 50_000n, template: 'last' },
  ],
  placement: { daysPastDue: 60, minDaysSinceLast: 10, minAmount: 500_000n },
  transitDays: 2,
  smallRest: 5_000n,
  knownFees: [2_500n, 2_900n, 6_500n],
  customerMinimum: 50_000n,
  customerMinDays: 7,
  bankDataMaxAgeDays: 4,
};

/** Nothing came in that is not allocated. */
export const noCash: UnmatchedCash = { held: 0n, ofCustomer: 0n, suggested: 0n, elsewhere: 0n };

export function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}

/** The first moment of a business day in the company's zone. */
export function startOf(iso: string): Temporal.Instant {
  return day(iso).toZonedDateTime(ZONE).toInstant();
}

export function anItem(parts: Partial<DunnedItem> = {}): DunnedItem {
  return { openItemId: 'i1', dueOn: day('2026-03-01'), open: 1_000_000n, ...parts };
}

/** One instalment of a million, due on 1 March, nothing sent yet, bank data up to date. */
export function aReceivable(facts: Partial<ReceivableFacts> = {}): ReceivableFacts {
  return {
    settledBy: [],
    items: [anItem()],
    levelReached: 0,
    lastNotice: undefined,
    customerLastNoticeOn: undefined,
    customerOverdue: 1_000_000n,
    disputed: 0n,
    promises: [],
    holds: [],
    unmatchedCash: noCash,
    bankDataThrough: day('2027-01-01'),
    placement: 'none',
    ...facts,
  };
}

/** A hold until somebody releases it. */
export function aHold(parts: Partial<ManualHold> = {}): ManualHold {
  return { holdId: 'h1', until: undefined, reviewOn: undefined, ...parts };
}

/** A promise that runs until that day, the grace of the bank included. */
export function aPromise(lastDay: string, missing = 1_000_000n): PromiseStanding {
  return { kind: 'running', paid: 0n, missing, lastDay: day(lastDay) };
}

/** Noon on that day, when contact is allowed at once. */
export function at(iso: string, parts: Partial<DecisionMoment> = {}): DecisionMoment {
  const now = day(iso).toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' }).toInstant();
  return { now, today: day(iso), zone: ZONE, nextContactAt: now, ...parts };
}

export function sentOn(iso: string): NonNullable<ReceivableFacts['lastNotice']> {
  return { on: day(iso), delivery: 'accepted', payBy: undefined };
}
