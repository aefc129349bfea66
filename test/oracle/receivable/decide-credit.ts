import { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import type { Money } from '../../../domain/money/money.js';

/**
 * What the customer owes already or will owe without deciding anything new: open items, delivered
 * and not invoiced, reserved on account. Money on account counts against it.
 */
export type CreditExposure = Readonly<{
  openItems: bigint;
  notInvoiced: bigint;
  reserved: bigint;
  onAccount: bigint;
  currency: CurrencyCode;
}>;

/** Undefined `validUntil` has no end. */
export type CreditLimit = Readonly<{
  amount: Money;
  validUntil: Temporal.PlainDate | undefined;
}>;

export type CreditFacts = Readonly<{
  today: Temporal.PlainDate;
  /** A person stopped this customer. */
  isBlocked: boolean;
  /** Days past due of the oldest unpaid item that is not disputed; 0 when nothing is overdue. */
  oldestOverdueDays: number;
  /** With anything longer past due than so many days there is no new credit. */
  overdueDaysMax: number;
  /** Something of this customer is with a collection agency. */
  isPlaced: boolean;
  /** A time-bound release that a second person approved. */
  releasedUntil: Temporal.PlainDate | undefined;
}>;

export type CreditReason =
  | 'CREDIT_BLOCKED'
  | 'CREDIT_LIMIT_MISSING'
  | 'CREDIT_LIMIT_EXPIRED'
  | 'CREDIT_LIMIT_EXCEEDED'
  | 'CREDIT_OVERDUE'
  | 'CREDIT_PLACED'
  | 'CREDIT_CURRENCY_DIFFERS';

/** `available` is what was left of the limit before the request; below zero when it is overdrawn. */
export type CreditDecision =
  | Readonly<{
      kind: 'granted';
      available: bigint;
      /** Reasons that a release lifted. */
      released: readonly CreditReason[];
    }>
  | Readonly<{ kind: 'refused'; available: bigint; reasons: readonly CreditReason[] }>;

/**
 * Whether a customer gets `request` more on account, with every reason against it at once. It is
 * asked before new exposure, never when invoicing what was delivered: that money is owed anyway. A
 * release lifts all reasons but a block. A request of zero is always granted: a sale paid in full
 * needs no credit.
 */
export function decideCredit(
  { exposure, limit }: Readonly<{ exposure: CreditExposure; limit: CreditLimit | undefined }>,
  request: Money,
  facts: CreditFacts,
): CreditDecision {
  const used = exposure.openItems + exposure.notInvoiced + exposure.reserved - exposure.onAccount;
  const available = (limit?.amount.amount ?? 0n) - used;
  if (request.amount <= 0n) return { kind: 'granted', available, released: [] };
  const isSameCurrency = limit === undefined || limit.amount.currency === request.currency;
  const checks: readonly (readonly [boolean, CreditReason])[] = [
    [facts.isBlocked, 'CREDIT_BLOCKED'],
    [limit === undefined, 'CREDIT_LIMIT_MISSING'],
    [isPast(limit?.validUntil, facts.today), 'CREDIT_LIMIT_EXPIRED'],
    [!isSameCurrency || exposure.currency !== request.currency, 'CREDIT_CURRENCY_DIFFERS'],
    [limit !== undefined && request.amount > available, 'CREDIT_LIMIT_EXCEEDED'],
    [facts.oldestOverdueDays > facts.overdueDaysMax, 'CREDIT_OVERDUE'],
    [facts.isPlaced, 'CREDIT_PLACED'],
  ];
  const reasons = checks.flatMap(([applies, reason]) => (applies ? [reason] : []));
  const isReleased = facts.releasedUntil !== undefined && !isPast(facts.releasedUntil, facts.today);
  if (reasons.length === 0 || (isReleased && !facts.isBlocked)) {
    return { kind: 'granted', available, released: reasons };
  }
  return { kind: 'refused', available, reasons };
}

function isPast(day: Temporal.PlainDate | undefined, today: Temporal.PlainDate): boolean {
  return day !== undefined && Temporal.PlainDate.compare(today, day) > 0;
}
