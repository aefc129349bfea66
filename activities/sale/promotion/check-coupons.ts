import {
  promotionsOfCoupon,
  type PromotionIndex,
} from '../../../domain/promotion/promotion-index.js';
import type { PromotionOccasion } from '../../../domain/promotion/promotion.js';
import { obstacleTo } from '../../../domain/promotion/when-it-holds.js';
import { Refusal } from '../../../domain/refusal.js';

/** Why a coupon gives nothing, for the cashier. */
const WHY = {
  notNow: 'does not hold now',
  otherStore: 'is not for this store',
  otherSegment: 'is not for this customer',
  couponMissing: 'was not handed in',
  customerMissing: 'needs a customer by name',
  limitReached: 'has been used as often as it may be',
} as const;

/**
 * What is wrong with the coupons of a sale: nobody knows them, or they do not hold. One that holds and gives nothing,
 * because the goods are others, is no fault. Codes: `COUPON_NOT_ACCEPTED`, `PROMOTION_LIMIT_REACHED`
 */
export function checkCoupons(
  coupons: readonly string[],
  index: PromotionIndex | undefined,
  occasion: PromotionOccasion,
): readonly Refusal[] {
  return coupons.flatMap((coupon, place) => {
    const param = `coupons[${place}]`;
    const asking = index === undefined ? [] : promotionsOfCoupon(index, coupon);
    const obstacles = asking.map((promotion) => obstacleTo(promotion, occasion));
    const [obstacle] = obstacles;
    if (obstacles.includes(undefined) && obstacles.length > 0) return [];
    if (obstacle === undefined) {
      const detail = `No promotion has the coupon ${coupon} now.`;
      return [new Refusal({ code: 'COUPON_NOT_ACCEPTED', param, detail })];
    }
    const code = obstacle === 'limitReached' ? 'PROMOTION_LIMIT_REACHED' : 'COUPON_NOT_ACCEPTED';
    return [new Refusal({ code, param, detail: `The coupon ${coupon} ${WHY[obstacle]}.` })];
  });
}
