import { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../money/currency.js';
import { formatMoney } from '../money/format-money.js';
import { leastShare } from '../money/least-share.js';
import { Refusal } from '../refusal.js';

/** A promise as the books keep it: `open` until it is decided. */
export const PROMISE_STATES = ['open', 'kept', 'broken', 'withdrawn'] as const;

/** A promise to pay an amount by a day. Amounts in the invoice's smallest booked unit. */
export type PromiseToPay = Readonly<{
  promiseId: string;
  until: Temporal.PlainDate;
  amount: bigint;
  /** Days after `until` in which money sent in time may still arrive. */
  graceDays: number;
}>;

/** Money that reached this invoice, less what was reversed. */
export type PromisePayment = Readonly<{
  /** Its value date. */
  on: Temporal.PlainDate;
  amount: bigint;
  /**
   * Promises that it may keep. `counts_for_promise` (`prisma/functions/receivable`) decides it in
   * SQL, because reports need the same rule for many invoices at once.
   */
  countsFor: readonly string[];
}>;

export type PromiseStanding =
  | Readonly<{ kind: 'running'; paid: bigint; missing: bigint; lastDay: Temporal.PlainDate }>
  | Readonly<{ kind: 'kept'; on: Temporal.PlainDate }>
  | Readonly<{ kind: 'broken'; on: Temporal.PlainDate; paid: bigint }>;

export type PromiseRules = Readonly<{
  /** How far ahead a promise may reach. */
  maxDays: number;
  /** The least share of what is demanded by the promised day. */
  minimumBasisPoints: bigint;
  /** Promises on one invoice in a row, none of them kept, after which no further one is accepted. */
  maxInARow: number;
  /** The same over all invoices of the customer. */
  maxInARowOfCustomer: number;
}>;

/** The invoice of a new promise; amounts in its smallest booked unit. */
export type PromisedInvoice = Readonly<{
  currency: CurrencyCode;
  openAmount: bigint;
  items: readonly Readonly<{ dueOn: Temporal.PlainDate; open: bigint }>[];
  /** What is not demanded: disputed, or held and not allocated. */
  notDemanded: bigint;
  running: number;
  /** Promises in a row that were not kept: `promises_in_a_row` in `prisma/functions/receivable`. */
  inARow: Readonly<{ ofInvoice: number; ofCustomer: number }>;
}>;

/**
 * Judges the promises on one invoice. A payment counts for the promises in `countsFor`, if it came in by the promised
 * day plus grace. A promise is kept on the day its amount is reached and broken on the day after its last day; until
 * then it runs.
 *
 * A payment keeps the earliest promise first, and no money counts twice (first in, first out). Returns standings by
 * promise id.
 */
export function decidePromises(
  promises: readonly PromiseToPay[],
  payments: readonly PromisePayment[],
  today: Temporal.PlainDate,
): ReadonlyMap<string, PromiseStanding> {
  const standings = new Map<string, PromiseStanding>();
  let left = payments;
  for (const promise of promises.toSorted(byDay)) {
    const { standing, rest } = judge(promise, left, today);
    standings.set(promise.promiseId, standing);
    left = rest;
  }
  return standings;
}

/** The first day on which a running promise is broken if nothing is paid; undefined when none runs. */
export function firstDayBroken(
  standings: Iterable<PromiseStanding>,
): Temporal.PlainDate | undefined {
  return [...standings]
    .flatMap((standing) => (standing.kind === 'running' ? [standing.lastDay.add({ days: 1 })] : []))
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0];
}

/**
 * Whether this promise may be accepted, within the limits of the dunning policy: reminders wait for it.
 *
 * Refusals: `PROMISE_AMOUNT_NOT_POSITIVE`, `PROMISE_EXCEEDS_OPEN`, `PROMISE_IN_PAST`, `PROMISE_TOO_FAR`,
 * `PROMISE_ALREADY_RUNNING`, `PROMISE_BELOW_MINIMUM`, `PROMISE_LIMIT_REACHED`. Undefined when it may.
 */
export function refusePromise(
  promise: Readonly<{ amount: bigint; until: Temporal.PlainDate }>,
  invoice: PromisedInvoice,
  { rules, today }: Readonly<{ rules: PromiseRules; today: Temporal.PlainDate }>,
): Refusal | undefined {
  const lastDay = today.add({ days: rules.maxDays });
  const minimum = leastPromise(promise.until, invoice, rules);
  const checks: readonly (readonly [boolean, string, string, string])[] = [
    [promise.amount <= 0n, 'PROMISE_AMOUNT_NOT_POSITIVE', 'amount', 'A promise is above zero.'],
    [
      promise.amount > invoice.openAmount,
      'PROMISE_EXCEEDS_OPEN',
      'amount',
      'More is promised than is open on the invoice.',
    ],
    [
      isAfter(today, promise.until),
      'PROMISE_IN_PAST',
      'promisedFor',
      'The promised day has passed.',
    ],
    [
      isAfter(promise.until, lastDay),
      'PROMISE_TOO_FAR',
      'promisedFor',
      `A promise reaches at most ${rules.maxDays} days ahead.`,
    ],
    [
      invoice.running > 0,
      'PROMISE_ALREADY_RUNNING',
      'promisedFor',
      'A promise on this invoice is still running.',
    ],
    [
      promise.amount < minimum,
      'PROMISE_BELOW_MINIMUM',
      'amount',
      `At least ${formatMoney({ amount: minimum, currency: invoice.currency }, 'en')} of what is demanded by that day has to be promised.`,
    ],
    [
      invoice.inARow.ofInvoice >= rules.maxInARow,
      'PROMISE_LIMIT_REACHED',
      'promisedFor',
      `${rules.maxInARow} promises in a row on this invoice were not kept.`,
    ],
    [
      invoice.inARow.ofCustomer >= rules.maxInARowOfCustomer,
      'PROMISE_LIMIT_REACHED',
      'promisedFor',
      `${rules.maxInARowOfCustomer} promises in a row of this customer are running or were not kept.`,
    ],
  ];
  const failed = checks.find(([isWrong]) => isWrong);
  if (failed === undefined) return undefined;
  const [, code, param, detail] = failed;
  return new Refusal({ code, param, detail });
}

/** A share of what is due by the promised day and demanded; nothing when nothing is due by then. */
function leastPromise(
  until: Temporal.PlainDate,
  { items, notDemanded }: PromisedInvoice,
  { minimumBasisPoints }: PromiseRules,
): bigint {
  const due = items
    .filter(({ dueOn }) => !isAfter(dueOn, until))
    .reduce((total, { open }) => total + open, 0n);
  return due > notDemanded ? leastShare(due - notDemanded, minimumBasisPoints) : 0n;
}

type Judgement = Readonly<{ standing: PromiseStanding; rest: readonly PromisePayment[] }>;

/** `rest` is the money this promise has not used up. */
function judge(
  promise: PromiseToPay,
  payments: readonly PromisePayment[],
  today: Temporal.PlainDate,
): Judgement {
  const lastDay = promise.until.add({ days: promise.graceDays });
  const counts = ({ on, countsFor }: PromisePayment): boolean =>
    countsFor.includes(promise.promiseId) && !isAfter(on, lastDay);
  let missing = promise.amount;
  let keptOn: Temporal.PlainDate | undefined;
  const rest = payments.toSorted(byPaymentDay).map((payment) => {
    if (!counts(payment) || missing <= 0n) return payment;
    const used = payment.amount < missing ? payment.amount : missing;
    missing -= used;
    if (missing <= 0n) keptOn = payment.on;
    return { ...payment, amount: payment.amount - used };
  });
  if (keptOn !== undefined) return { standing: { kind: 'kept', on: keptOn }, rest };
  const paid = promise.amount - missing;
  return isAfter(today, lastDay)
    ? { standing: { kind: 'broken', on: lastDay.add({ days: 1 }), paid }, rest }
    : { standing: { kind: 'running', paid, missing, lastDay }, rest };
}

function byDay(a: PromiseToPay, b: PromiseToPay): number {
  const days = Temporal.PlainDate.compare(a.until, b.until);
  if (days !== 0) return days;
  return a.promiseId < b.promiseId ? -1 : 1;
}

function byPaymentDay(a: PromisePayment, b: PromisePayment): number {
  return Temporal.PlainDate.compare(a.on, b.on);
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}
