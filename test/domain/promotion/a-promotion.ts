import { applyPromotions } from '../../../domain/promotion/apply-promotions.js';
import { indexPromotions } from '../../../domain/promotion/promotion-index.js';
import {
  NO_USES,
  type Gift,
  type Offer,
  type Promotion,
  type PromotedLine,
  type PromotionOccasion,
} from '../../../domain/promotion/promotion.js';

/** A tenth off everything, always. */
export function aPromotion(changes: Partial<Promotion> = {}): Promotion {
  return {
    code: 'PROMO',
    offer: percent(1_000n),
    skus: [],
    categories: [],
    stores: [],
    storeGroups: [],
    segments: [],
    fromMs: 0,
    untilMs: undefined,
    hours: undefined,
    coupon: undefined,
    priority: 0,
    standsAlone: false,
    perCustomerDay: undefined,
    perDay: undefined,
    inAll: undefined,
    ...changes,
  };
}

export function percent(percentHundredths: bigint): Offer {
  return { kind: 'percent', percentHundredths };
}

/** Pieces of an item at a price each. */
export function pieces(sku: string, count: bigint, each: bigint): PromotedLine {
  return { sku, category: undefined, quantityMilli: count * 1_000n, net: count * each };
}

/** Wednesday at noon, in the store JKT1, by a customer without a name. */
export function anOccasion(changes: Partial<PromotionOccasion> = {}): PromotionOccasion {
  return {
    atMs: 1_000,
    weekday: 3,
    minute: 720,
    store: 'JKT1',
    storeGroup: undefined,
    segment: undefined,
    customer: 'unknown',
    coupons: [],
    usesOf: () => NO_USES,
    ...changes,
  };
}

export function giftsOn(
  lines: readonly PromotedLine[],
  promotions: readonly Promotion[],
  occasion: PromotionOccasion = anOccasion(),
): readonly Gift[] {
  return applyPromotions(indexPromotions(promotions), lines, occasion);
}
