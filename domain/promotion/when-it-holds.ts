import type { Hours, Promotion, PromotedLine, PromotionOccasion } from './promotion.js';

const DAYS_PER_WEEK = 7;

/** Why a promotion does not count in a sale at all, whatever is bought; the first that is found. */
export const PROMOTION_OBSTACLES = [
  'notNow',
  'otherStore',
  'otherSegment',
  'couponMissing',
  'customerMissing',
  'limitReached',
] as const;

export type PromotionObstacle = (typeof PROMOTION_OBSTACLES)[number];

/** What keeps a promotion from a sale; undefined when it holds. */
export function obstacleTo(
  promotion: Promotion,
  occasion: PromotionOccasion,
): PromotionObstacle | undefined {
  const { segments, coupon } = promotion;
  if (!isNow(promotion, occasion)) return 'notNow';
  if (!isHere(promotion, occasion)) return 'otherStore';
  if (!isNamed(segments, occasion.segment)) return 'otherSegment';
  if (coupon !== undefined && !occasion.coupons.includes(coupon)) return 'couponMissing';
  return limitOf(promotion, occasion);
}

/** Whether a promotion is for the goods of a line. */
export function isForGoods(
  { skus, categories }: Promotion,
  { sku, category }: PromotedLine,
): boolean {
  if (skus.length === 0 && categories.length === 0) return true;
  return skus.includes(sku) || (category !== undefined && categories.includes(category));
}

function isNow({ fromMs, untilMs, hours }: Promotion, occasion: PromotionOccasion): boolean {
  const { atMs } = occasion;
  const isWithin = fromMs <= atMs && (untilMs === undefined || atMs < untilMs);
  return isWithin && (hours === undefined || isWithinHours(hours, occasion));
}

function isWithinHours(
  { weekdays, fromMinute, untilMinute }: Hours,
  { weekday, minute }: PromotionOccasion,
): boolean {
  const isOn = (day: number): boolean => weekdays.length === 0 || weekdays.includes(day);
  if (fromMinute === untilMinute) return isOn(weekday);
  if (fromMinute < untilMinute)
    return isOn(weekday) && fromMinute <= minute && minute < untilMinute;
  const dayBefore = weekday === 1 ? DAYS_PER_WEEK : weekday - 1;
  return (isOn(weekday) && minute >= fromMinute) || (isOn(dayBefore) && minute < untilMinute);
}

function isHere(
  { stores, storeGroups }: Promotion,
  { store, storeGroup }: PromotionOccasion,
): boolean {
  if (stores.length === 0 && storeGroups.length === 0) return true;
  return stores.includes(store) || (storeGroup !== undefined && storeGroups.includes(storeGroup));
}

function isNamed(names: readonly string[], name: string | undefined): boolean {
  return names.length === 0 || (name !== undefined && names.includes(name));
}

function limitOf(
  { code, perCustomerDay, perDay, inAll }: Promotion,
  { customer, usesOf }: PromotionOccasion,
): PromotionObstacle | undefined {
  if (perCustomerDay !== undefined && customer === 'unknown') return 'customerMissing';
  const uses = usesOf(code);
  const isUsedUp =
    uses.byCustomer >= (perCustomerDay ?? Infinity) ||
    uses.byAll >= (perDay ?? Infinity) ||
    uses.inAll >= (inAll ?? Infinity);
  return isUsedUp ? 'limitReached' : undefined;
}
