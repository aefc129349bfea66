import { Temporal } from 'temporal-polyfill';
import type { SettlementKind } from '../receivable/outcome.js';
import type { PromiseStanding } from '../receivable/promise.js';

/** One instalment with its open amount, in the smallest booked unit. */
export type DunnedItem = Readonly<{
  openItemId: string;
  dueOn: Temporal.PlainDate;
  open: bigint;
}>;

/** Money that came in and is not allocated yet. */
export type UnmatchedCash = Readonly<{
  /** The part of this invoice's overdue amount that it covers: by suggestions first, then the oldest debt first. */
  held: bigint;
  /** The same over all overdue invoices of the customer. */
  ofCustomer: bigint;
  /** Everything suggested for this invoice, even when other suggestions are better. */
  suggested: bigint;
  /** Unapplied money of the customer with another legal entity. */
  elsewhere: bigint;
}>;

/** A hold that was not released. */
export type ManualHold = Readonly<{
  holdId: string;
  /** The last day held; undefined until released. */
  until: Temporal.PlainDate | undefined;
  /** From this day on a person looks at it again. */
  reviewOn: Temporal.PlainDate | undefined;
}>;

/** What the books say about one invoice at the moment of the decision; amounts in its currency. */
export type ReceivableFacts = Readonly<{
  /** What has settled parts of it so far. */
  settledBy: readonly SettlementKind[];
  items: readonly DunnedItem[];
  levelReached: number;
  lastNotice:
    | Readonly<{
        on: Temporal.PlainDate;
        delivery: 'accepted' | 'undelivered';
        /** The deadline that it names; no step is taken before it has passed. */
        payBy: Temporal.PlainDate | undefined;
      }>
    | undefined;
  /** The last notice to this customer about anything. */
  customerLastNoticeOn: Temporal.PlainDate | undefined;
  /** Overdue amount of the customer over all invoices in this currency. */
  customerOverdue: bigint;
  /** What the customer objects to and nobody has decided yet. */
  disputed: bigint;
  promises: readonly PromiseStanding[];
  holds: readonly ManualHold[];
  unmatchedCash: UnmatchedCash;
  /** Last day for which the bank's data are in the books. */
  bankDataThrough: Temporal.PlainDate | undefined;
  /** `open` from hand-off to closure; `returned` when an agency had it and gave it back. */
  placement: 'none' | 'open' | 'returned';
}>;

/**
 * When the decision is made. `today` and `zone` are the company's; `nextContactAt` is the first
 * moment, `now` or later, at which the debtor may be contacted (`nextContactTime` of the calendar).
 */
export type DecisionMoment = Readonly<{
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  zone: string;
  nextContactAt: Temporal.Instant;
}>;
