import { isOver } from '../pricing/plan-price-list.js';
import { overlap, type Period } from '../pricing/price-list.js';
import { Refusal } from '../refusal.js';

/** What somebody decides about a promotion; `terms` is one text for the same terms. */
export type PlannedPromotion = Period & Readonly<{ terms: string; coupon: string | undefined }>;

type Known = Readonly<{
  /** What was decided before; undefined for a new promotion. */
  before: PlannedPromotion | undefined;
  /** Other promotions that are not over. */
  others: readonly (Period & Readonly<{ code: string; coupon: string | undefined }>)[];
  nowMs: number;
}>;

/**
 * Why a promotion cannot hold as it is planned; undefined when it can. One that was withdrawn before it began is planned
 * anew. Codes: `PROMOTION_IN_PAST`, `PROMOTION_PERIOD_INVALID`, `PROMOTION_HAS_BEGUN`, `PROMOTION_OVER`,
 * `PROMOTION_OVERLAPS`
 */
export function whyNotPromoted(planned: PlannedPromotion, known: Known): Refusal | undefined {
  const { before, others, nowMs } = known;
  const hasHeld = before !== undefined && !neverHolds(before) && before.fromMs <= nowMs;
  if (hasHeld && isOver(before, nowMs)) return over();
  const fault = hasHeld
    ? whyNotChanged(planned, before)
    : planned.fromMs < nowMs && inPast('validFrom');
  return fault || whyNoEnd(planned, nowMs) || whyNoCoupon(planned, others);
}

function whyNoEnd({ fromMs, untilMs }: Period, nowMs: number): Refusal | undefined {
  if (untilMs === undefined) return undefined;
  if (untilMs < nowMs) return inPast('validUntil');
  if (untilMs > fromMs) return undefined;
  const detail = 'A promotion ends after it begins.';
  return new Refusal({ code: 'PROMOTION_PERIOD_INVALID', param: 'validUntil', detail });
}

function whyNoCoupon(planned: PlannedPromotion, others: Known['others']): Refusal | undefined {
  const rival = others.find(
    (one) => one.coupon !== undefined && one.coupon === planned.coupon && overlap(one, planned),
  );
  if (rival === undefined) return undefined;
  const detail = `Promotion ${rival.code} has the coupon ${rival.coupon} at that time: take another code, or another time.`;
  return new Refusal({ code: 'PROMOTION_OVERLAPS', param: 'coupon', detail });
}

/**
 * The period of a promotion that ends at a moment; before its beginning it never holds.
 *
 * @throws Refusal `PROMOTION_OVER`, `PROMOTION_IN_PAST`, `PROMOTION_PERIOD_INVALID`
 */
export function endedPeriod(
  { fromMs, untilMs }: Period,
  { atMs, nowMs }: Readonly<{ atMs: number; nowMs: number }>,
): Period {
  if (isOver({ fromMs, untilMs }, nowMs)) throw over();
  if (atMs < nowMs) throw inPast('at');
  if (untilMs !== undefined && atMs > untilMs) {
    const detail = 'The promotion ends before: change it when it shall hold longer.';
    throw new Refusal({ code: 'PROMOTION_PERIOD_INVALID', param: 'at', detail });
  }
  return { fromMs, untilMs: Math.max(atMs, fromMs) };
}

function neverHolds({ fromMs, untilMs }: Period): boolean {
  return untilMs !== undefined && untilMs <= fromMs;
}

function whyNotChanged(planned: PlannedPromotion, before: PlannedPromotion): Refusal | undefined {
  const isSame = planned.terms === before.terms;
  if (isSame && planned.fromMs === before.fromMs) return undefined;
  const detail = 'The promotion holds already: end it, and plan another one.';
  const param = isSame ? 'validFrom' : 'offer';
  return new Refusal({ code: 'PROMOTION_HAS_BEGUN', param, detail });
}

function over(): Refusal {
  const detail = 'The promotion has ended: plan another one.';
  return new Refusal({ code: 'PROMOTION_OVER', param: 'promotionId', detail });
}

function inPast(param: string): Refusal {
  const detail = 'What was sold until now keeps its price: name a moment to come.';
  return new Refusal({ code: 'PROMOTION_IN_PAST', param, detail });
}
