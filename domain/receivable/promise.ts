import { Temporal } from 'temporal-polyfill';
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
  /** Broken promises on one invoice after which no further promise is accepted. */
  maxBroken: number;
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
 * Whether this promise may be accepted. `openAmount` and `brokenBefore` are those of the invoice.
 *
 * Refusals: `PROMISE_AMOUNT_NOT_POSITIVE`, `PROMISE_EXCEEDS_OPEN`, `PROMISE_IN_PAST`,
 * `PROMISE_TOO_FAR`, `PROMISE_LIMIT_REACHED`, `PROMISE_ALREADY_RUNNING`. Undefined when it may.
 */
export function refusePromise(
  promise: Readonly<{ amount: bigint; until: Temporal.PlainDate }>,
  invoice: Readonly<{ openAmount: bigint; brokenBefore: number; running: number }>,
  { rules, today }: Readonly<{ rules: PromiseRules; today: Temporal.PlainDate }>,
): Refusal | undefined {
  const lastDay = today.add({ days: rules.maxDays });
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
      invoice.brokenBefore >= rules.maxBroken,
      'PROMISE_LIMIT_REACHED',
      'promisedFor',
      `${rules.maxBroken} promises on this invoice were broken.`,
    ],
  ];
  const failed = checks.find(([isWrong]) => isWrong);
  if (failed === undefined) return undefined;
  const [, code, param, detail] = failed;
  return new Refusal({ code, param, detail });
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
