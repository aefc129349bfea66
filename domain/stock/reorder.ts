import { assert } from '../assert.js';
import { divideRounded, rational } from '../money/rational.js';
import { sumAmounts } from '../money/money.js';
import type { Quantity } from '../quantity/quantity.js';

/** `packMilli`: what the supplier sells at once, such as a carton of 12 (12000n). */
export type StockPosition = Readonly<{
  onHandMilli: Quantity;
  reservedMilli: Quantity;
  onOrderMilli: Quantity;
  minimumMilli: Quantity;
  packMilli: Quantity;
  /** Days from order to shelf, and days until somebody looks at this item again. */
  leadTimeDays: number;
  reviewDays: number;
}>;

export type ReorderProposal =
  | Readonly<{ kind: 'enough'; availableMilli: Quantity; orderPointMilli: Quantity }>
  | Readonly<{
      kind: 'reorder';
      reason: 'below-minimum' | 'sales-pattern';
      quantityMilli: Quantity;
      availableMilli: Quantity;
      orderPointMilli: Quantity;
      /** What is expected to be sold until the order after this one arrives. */
      expectedSalesMilli: Quantity;
      safetyMilli: Quantity;
    }>;

const DAYS_PER_WEEK = 7;

/** A year and a leap day of sales; older patterns say little about next month. */
const HISTORY_DAYS_MAX = 366;

/** 1.28 standard deviations cover nine of ten lead times; squared, because the root comes last. */
const SERVICE_FACTOR_SQUARED = rational(16_384n, 10_000n);

/**
 * Proposes what to order. Shops sell by the day of the week, so the days ahead are expected to sell
 * what the same weekdays sold on average; the scatter around that gives the safety stock.
 *
 * Ordered is when what is available (on hand - reserved + on order) has come down to the order
 * point: sales during the lead time plus safety, but at least the minimum level.
 *
 * @param soldMilli what was sold per day, oldest first, the last entry being yesterday.
 */
export function proposeReorder(
  position: StockPosition,
  soldMilli: readonly Quantity[],
): ReorderProposal {
  assert(soldMilli.length <= HISTORY_DAYS_MAX, `at most ${HISTORY_DAYS_MAX} days are looked at`);
  assert(position.packMilli > 0n, 'a pack holds something');
  const { leadTimeDays, reviewDays, minimumMilli } = position;
  const safetyMilli = safetyStock(soldMilli, leadTimeDays + reviewDays);
  const soldInLeadTime = expectedSales(soldMilli, leadTimeDays);
  const expectedSalesMilli = expectedSales(soldMilli, leadTimeDays + reviewDays);

  const availableMilli = position.onHandMilli - position.reservedMilli + position.onOrderMilli;
  const orderPointMilli = larger(minimumMilli, soldInLeadTime + safetyMilli);
  if (availableMilli > orderPointMilli) return { kind: 'enough', availableMilli, orderPointMilli };

  const targetMilli = larger(minimumMilli, expectedSalesMilli + safetyMilli);
  const missingMilli = larger(targetMilli - availableMilli, 1n);
  return {
    kind: 'reorder',
    reason: availableMilli < minimumMilli ? 'below-minimum' : 'sales-pattern',
    quantityMilli: wholePacks(missingMilli, position.packMilli),
    availableMilli,
    orderPointMilli,
    expectedSalesMilli,
    safetyMilli,
  };
}

/** What the next `days` days, from today on, are expected to sell. */
function expectedSales(soldMilli: readonly Quantity[], days: number): Quantity {
  return sumAmounts(
    Array.from({ length: days }, (_, ahead) => averageOf(sameWeekday(soldMilli, ahead))),
  );
}

/** The days before today on the weekday of the day `ahead`; 0 is today. */
function sameWeekday(soldMilli: readonly Quantity[], ahead: number): Quantity[] {
  return soldMilli.filter((_, index) => (soldMilli.length - index + ahead) % DAYS_PER_WEEK === 0);
}

/** Scatter of the daily sales around what their weekday usually sells, over so many days. */
function safetyStock(soldMilli: readonly Quantity[], days: number): Quantity {
  if (soldMilli.length === 0) return 0n;
  const usual = Array.from({ length: DAYS_PER_WEEK }, (_, ahead) =>
    averageOf(sameWeekday(soldMilli, ahead)),
  );
  const squares = soldMilli.map((sold, index) => {
    const daysAgo = soldMilli.length - index;
    const scatter =
      sold - (usual[(DAYS_PER_WEEK - (daysAgo % DAYS_PER_WEEK)) % DAYS_PER_WEEK] ?? 0n);
    return scatter * scatter;
  });
  const { numerator, denominator } = SERVICE_FACTOR_SQUARED;
  const squared =
    (sumAmounts(squares) * BigInt(days) * numerator) / (BigInt(soldMilli.length) * denominator);
  return squareRoot(squared);
}

function averageOf(quantities: readonly Quantity[]): Quantity {
  if (quantities.length === 0) return 0n;
  return divideRounded(rational(sumAmounts(quantities), BigInt(quantities.length)), 'half-up');
}

function wholePacks(missingMilli: Quantity, packMilli: Quantity): Quantity {
  return ((missingMilli + packMilli - 1n) / packMilli) * packMilli;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** The whole part of the root, by Newton's method from above. */
function squareRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let root = square;
  let next = (square + 1n) / 2n;
  while (next < root) {
    root = next;
    next = (root + square / root) / 2n;
  }
  return root;
}
