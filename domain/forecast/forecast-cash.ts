import { Temporal } from 'temporal-polyfill';
import { assert } from '../assert.js';
import { sumAmounts } from '../money/money.js';

/** Open amount of one due date, from customers with the same payment habit; booked units of one currency. */
export type OpenClaim = Readonly<{
  dueOn: Temporal.PlainDate;
  amount: bigint;
  isPlaced: boolean;
  disputedAmount: bigint;
  promise: Readonly<{ amount: bigint; until: Temporal.PlainDate }> | undefined;
  segment: string;
  /** How late the customer has paid on average, below zero when early; undefined without history. */
  averageDaysLate: number | undefined;
}>;

/** Average days late of other customers; without any history payments are expected on time. */
export type PaymentHabits = Readonly<{
  bySegment: ReadonlyMap<string, number>;
  overall: number | undefined;
}>;

/** How late a customer is expected to pay, and whose payments this is derived from. */
export type PaymentHabit = Readonly<{
  kind: 'customer' | 'segment' | 'overall' | 'none';
  daysLate: number;
}>;

/** Both days included; `amount` is all that is expected, `promised` the part that customers have promised. */
export type ForecastWeek = Readonly<{
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  amount: bigint;
  promised: bigint;
}>;

export type CashForecast = Readonly<{
  weeks: readonly ForecastWeek[];
  /** Expected after the last week. */
  beyond: bigint;
  atRisk: Readonly<{ disputed: bigint; placed: bigint }>;
  /** The sum of all the above; equals the sum of the claims exactly. */
  total: bigint;
}>;

type Receipt = Readonly<{ on: Temporal.PlainDate; amount: bigint; promised: bigint }>;
type Split = Readonly<{ receipts: readonly Receipt[]; disputed: bigint; placed: bigint }>;

const DAYS_A_WEEK = 7;

/**
 * Forecasts when open claims will be paid. Each unit of a claim is counted once, by the first case that applies: with
 * an agency, disputed, promised for a day, or else expected by habit. By habit it is expected on the due date (today if
 * that has passed) plus the average days late of the customer, else of its segment, else of all. Nothing is expected
 * before today.
 *
 * The first week begins today. The same claims in any order give the same forecast.
 */
export function forecastCash(
  claims: readonly OpenClaim[],
  habits: PaymentHabits,
  { today, weeks }: Readonly<{ today: Temporal.PlainDate; weeks: number }>,
): CashForecast {
  assert(Number.isSafeInteger(weeks) && weeks > 0, `a forecast has weeks, not ${weeks}`);
  const splits = claims.map((claim) => splitClaim(claim, habits, today));
  const inWeeks = emptyWeeks(today, weeks);
  let beyond = 0n;
  for (const { on, amount, promised } of splits.flatMap(({ receipts }) => receipts)) {
    const week = inWeeks[Math.floor(daysBetween(today, on) / DAYS_A_WEEK)];
    if (week === undefined) beyond += amount;
    else {
      week.amount += amount;
      week.promised += promised;
    }
  }
  const atRisk = {
    disputed: sumAmounts(splits.map(({ disputed }) => disputed)),
    placed: sumAmounts(splits.map(({ placed }) => placed)),
  };
  const expected = sumAmounts(inWeeks.map(({ amount }) => amount)) + beyond;
  return { weeks: inWeeks, beyond, atRisk, total: expected + atRisk.disputed + atRisk.placed };
}

/** The customer's own habit, else that of its segment, else that of everybody, else on time. */
export function habitOf(
  { segment, averageDaysLate }: Pick<OpenClaim, 'segment' | 'averageDaysLate'>,
  { bySegment, overall }: PaymentHabits,
): PaymentHabit {
  if (averageDaysLate !== undefined) return { kind: 'customer', daysLate: averageDaysLate };
  const ofSegment = bySegment.get(segment);
  if (ofSegment !== undefined) return { kind: 'segment', daysLate: ofSegment };
  return overall === undefined
    ? { kind: 'none', daysLate: 0 }
    : { kind: 'overall', daysLate: overall };
}

function splitClaim(claim: OpenClaim, habits: PaymentHabits, today: Temporal.PlainDate): Split {
  if (claim.isPlaced) return { receipts: [], disputed: 0n, placed: claim.amount };
  const disputed = smaller(claim.disputedAmount, claim.amount);
  const undisputed = claim.amount - disputed;
  const promised = smaller(claim.promise?.amount ?? 0n, undisputed);
  const promisedFor = claim.promise?.until ?? today;
  const receipts = [
    { on: later(promisedFor, today), amount: promised, promised },
    { on: habitualDay(claim, habits, today), amount: undisputed - promised, promised: 0n },
  ];
  return { receipts, disputed, placed: 0n };
}

function habitualDay(
  claim: OpenClaim,
  habits: PaymentHabits,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const { daysLate } = habitOf(claim, habits);
  return later(later(claim.dueOn, today).add({ days: daysLate }), today);
}

type OpenWeek = { -readonly [Key in keyof ForecastWeek]: ForecastWeek[Key] };

function emptyWeeks(today: Temporal.PlainDate, weeks: number): OpenWeek[] {
  return Array.from({ length: weeks }, (_, index) => {
    const from = today.add({ days: index * DAYS_A_WEEK });
    return { from, to: from.add({ days: DAYS_A_WEEK - 1 }), amount: 0n, promised: 0n };
  });
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
