import type { Temporal } from 'temporal-polyfill';
import { daysPastDue } from '../calendar/business-day.js';
import { sumAmounts } from '../money/money.js';
import { multiplyRational, rational } from '../money/rational.js';

export const RISK_BANDS = ['low', 'medium', 'high'] as const;

export type RiskBand = (typeof RISK_BANDS)[number];

/** Amounts in booked units of one currency. */
export type PaymentHistory = Readonly<{
  customerSince: Temporal.PlainDate;
  settled: readonly SettledItem[];
  open: readonly Readonly<{ amount: bigint; dueOn: Temporal.PlainDate }>[];
  promises: Readonly<{ kept: number; broken: number }>;
}>;

export type SettledItem = Readonly<{
  amount: bigint;
  dueOn: Temporal.PlainDate;
  settledOn: Temporal.PlainDate;
}>;

/** A reason for the score; the points of all reasons add up to it. */
export type RiskReason =
  | Readonly<{ kind: 'pays-late'; points: number; averageDaysLate: number }>
  | Readonly<{ kind: 'no-history'; points: number }>
  | Readonly<{ kind: 'overdue-now'; points: number; overdueAmount: bigint; sharePercent: number }>
  | Readonly<{ kind: 'breaks-promises'; points: number; broken: number; promised: number }>
  | Readonly<{ kind: 'new-customer'; points: number; days: number }>;

export type RiskScore = Readonly<{
  /** 0: pays everything on time. 100: the worst possible. */
  score: number;
  band: RiskBand;
  /** The heaviest first. */
  reasons: readonly RiskReason[];
}>;

/** The most points that each reason can add; together 100. */
const LATENESS_POINTS = 45;
const OVERDUE_POINTS = 30;
const PROMISE_POINTS = 15;
const NEWNESS_POINTS = 10;

/** For a customer without payment history. */
const NO_HISTORY_POINTS = 15;

/** Lateness above two months on average counts no more: by then the agency has the case. */
const DAYS_LATE_MAX = 60;

/** After two years a customer is no longer new, and a payment has its least weight. */
const RELATION_DAYS = 730;

const MEDIUM_FROM = 25;
const HIGH_FROM = 55;

/**
 * How likely a customer is to pay late or not at all, from how it has paid so far. The same
 * history always gives the same score; every point has its reason.
 */
export function scoreRisk(history: PaymentHistory, today: Temporal.PlainDate): RiskScore {
  const reasons = [
    lateness(history.settled, today),
    overdue(history.open, today),
    brokenPromises(history.promises),
    newness(history.customerSince, today),
  ]
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
  const score = reasons.reduce((total, { points }) => total + points, 0);
  return { score, band: bandOf(score), reasons };
}

/** Average days late of what was paid, weighted by amount and by how recent it is. */
function lateness(settled: readonly SettledItem[], today: Temporal.PlainDate): RiskReason {
  const weighed = settled.map((item) => ({
    weight: item.amount * recencyOf(item.settledOn, today),
    daysLate: clamp(daysPastDue(item.dueOn, item.settledOn), DAYS_LATE_MAX),
  }));
  const totalWeight = sumAmounts(weighed.map(({ weight }) => weight));
  if (totalWeight === 0n) return { kind: 'no-history', points: NO_HISTORY_POINTS };
  const weightedDays = sumAmounts(weighed.map(({ weight, daysLate }) => weight * BigInt(daysLate)));
  return {
    kind: 'pays-late',
    points: share(LATENESS_POINTS, weightedDays, totalWeight * BigInt(DAYS_LATE_MAX)),
    averageDaysLate: share(1, weightedDays, totalWeight),
  };
}

function overdue(open: PaymentHistory['open'], today: Temporal.PlainDate): RiskReason {
  const amountOf = (items: PaymentHistory['open']): bigint =>
    sumAmounts(items.map(({ amount }) => amount));
  const total = amountOf(open);
  const overdueAmount = amountOf(open.filter(({ dueOn }) => daysPastDue(dueOn, today) > 0));
  const outOf = total === 0n ? 1n : total;
  return {
    kind: 'overdue-now',
    points: share(OVERDUE_POINTS, overdueAmount, outOf),
    overdueAmount,
    sharePercent: share(100, overdueAmount, outOf),
  };
}

/** One kept promise is added, so that a single broken promise does not give all points. */
function brokenPromises({ kept, broken }: PaymentHistory['promises']): RiskReason {
  return {
    kind: 'breaks-promises',
    points: share(PROMISE_POINTS, BigInt(broken), BigInt(kept + broken + 1)),
    broken,
    promised: kept + broken,
  };
}

function newness(customerSince: Temporal.PlainDate, today: Temporal.PlainDate): RiskReason {
  const days = daysPastDue(customerSince, today);
  const missing = RELATION_DAYS - clamp(days, RELATION_DAYS);
  return {
    kind: 'new-customer',
    points: share(NEWNESS_POINTS, BigInt(missing), BigInt(RELATION_DAYS)),
    days,
  };
}

/** Weight by age: 730 for a payment of today, down to 1 for one of two years ago or earlier. */
function recencyOf(settledOn: Temporal.PlainDate, today: Temporal.PlainDate): bigint {
  return BigInt(RELATION_DAYS - clamp(daysPastDue(settledOn, today), RELATION_DAYS - 1));
}

function bandOf(score: number): RiskBand {
  if (score >= HIGH_FROM) return 'high';
  return score >= MEDIUM_FROM ? 'medium' : 'low';
}

function share(whole: number, numerator: bigint, denominator: bigint): number {
  return Number(multiplyRational(BigInt(whole), rational(numerator, denominator), 'half-up'));
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}
