import type { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import type { Money } from '../../../domain/money/money.js';

/**
 * * `created`: decided, the agency does not know yet
 * * `sent`: told, not answered
 * * `acknowledged` / `rejected`: the agency's answer
 * * `active`: the agency has reported something
 * * `recalled`: we took it back
 * * `closed`: nothing is left, or the agency gave it back
 */
export type PlacementStatus =
  'created' | 'sent' | 'acknowledged' | 'rejected' | 'active' | 'recalled' | 'closed';

/**
 * Where the placed money is, in the smallest booked unit. Always
 * `placed = collectedByAgency + paidDirect + adjusted + recalled + writtenOff + outstanding`.
 * `recalled` is what came back uncollected, by our recall or by the agency's closure or rejection. `adjusted` is below
 * zero when more came to the case (a fee, money from before it that went back) than was credited.
 */
export type PlacementBalance = Readonly<{
  placed: bigint;
  collectedByAgency: bigint;
  paidDirect: bigint;
  adjusted: bigint;
  recalled: bigint;
  writtenOff: bigint;
  outstanding: bigint;
}>;

/** One hand-off of one receivable to one agency, folded from its events. */
export type Placement = Readonly<{
  placementId: string;
  currency: CurrencyCode;
  status: PlacementStatus;
  balance: PlacementBalance;
  /** What the agency has reported, by sequence: content that comes again is a replay. */
  seen: ReadonlyMap<number, string>;
  /** The highest of them, 0 before the first. */
  lastSequence: number;
  /** Keys of our own facts that were applied. */
  applied: ReadonlySet<string>;
  /** The agency said that nothing can be collected. */
  isUncollectible: boolean;
  /** Sequence of the agency's closure; reports from before it may still arrive. */
  closingSequence: number | undefined;
}>;

export const AGENCY_EVENT_TYPES = [
  'contacted',
  'promise',
  'dispute',
  'payment',
  'direct_payment',
  'plan',
  'skip_trace',
  'legal',
  'uncollectible',
  'closed',
] as const;

export type AgencyEventType = (typeof AGENCY_EVENT_TYPES)[number];

/**
 * What an agency reports. `sequence` counts from 1 in each placement. `payment` carries the amount
 * collected; a `direct_payment` is hearsay ("the debtor says he paid you") and moves nothing: the
 * money counts when our own books have it.
 */
export type AgencyReport = Readonly<{
  kind: 'report';
  sequence: number;
  type: AgencyEventType;
  occurredAt: Temporal.Instant;
  amount: Money | undefined;
  /** Anything else in the report, in one canonical text: it decides whether a repetition is the same. */
  content: string;
}>;

export type PlacementEvent =
  | AgencyReport
  | Readonly<{ kind: 'answered'; answer: 'accepted' | 'rejected' }>
  | Readonly<{ kind: 'sent' }>
  /** Facts of our own books; `key` is the business key of the fact (allocation, credit note, ...). */
  | Readonly<{ kind: 'paid-direct' | 'adjusted' | 'written-off'; key: string; amount: bigint }>
  /** A direct payment that bounced or was taken back. */
  | Readonly<{ kind: 'direct-payment-undone'; key: string; amount: bigint }>
  /** What was not owed when the case began and belongs to it now. */
  | Readonly<{ kind: 'added'; key: string; amount: bigint }>
  | Readonly<{ kind: 'recalled' }>
  /** Nothing is outstanding any more. */
  | Readonly<{ kind: 'settled' }>;

/** A placement as it begins: everything placed is outstanding. */
export function newPlacement({
  placementId,
  placed,
}: Readonly<{ placementId: string; placed: Money }>): Placement {
  return {
    placementId,
    currency: placed.currency,
    status: 'created',
    balance: {
      placed: placed.amount,
      collectedByAgency: 0n,
      paidDirect: 0n,
      adjusted: 0n,
      recalled: 0n,
      writtenOff: 0n,
      outstanding: placed.amount,
    },
    seen: new Map(),
    lastSequence: 0,
    applied: new Set(),
    isUncollectible: false,
    closingSequence: undefined,
  };
}

/** The invariant of every placement; nothing in it is ever negative but what it was adjusted by. */
export function isBalanced({ placed, adjusted, ...others }: PlacementBalance): boolean {
  const amounts = Object.values(others);
  const total = amounts.reduce((sum, amount) => sum + amount, adjusted);
  return placed === total && amounts.every((amount) => amount >= 0n);
}
