import { sumAmounts } from '../money/money.js';
import { giftsOf } from './apply-promotions.js';
import type { Gift, Promotion, PromotedLine, PromotionOccasion } from './promotion.js';
import { obstacleTo, PROMOTION_OBSTACLES } from './when-it-holds.js';

/**
 * What became of a promotion in a sale: it gave something, or why not. `goodsMissing`: there are no goods or not enough
 * of them. `outdone`: others gave instead of it.
 */
export const PROMOTION_OUTCOMES = [
  'given',
  ...PROMOTION_OBSTACLES,
  'goodsMissing',
  'outdone',
] as const;

export type PromotionOutcome = Readonly<{
  code: string;
  outcome: (typeof PROMOTION_OUTCOMES)[number];
  /** In booked units, on all lines. */
  amount: bigint;
}>;

/** A sale whose promotions have been given. */
export type PromotedSale = Readonly<{
  lines: readonly PromotedLine[];
  occasion: PromotionOccasion;
  gifts: readonly Gift[];
}>;

/** Why a promotion gave what it gave. */
export function outcomeOfPromotion(promotion: Promotion, sale: PromotedSale): PromotionOutcome {
  const { code } = promotion;
  const own = sale.gifts.filter((gift) => gift.code === code);
  const amount = sumAmounts(own.map((gift) => gift.amount));
  return { code, outcome: amount > 0n ? 'given' : reasonOf(promotion, sale), amount };
}

function reasonOf(
  promotion: Promotion,
  { lines, occasion }: PromotedSale,
): PromotionOutcome['outcome'] {
  const obstacle = obstacleTo(promotion, occasion);
  if (obstacle !== undefined) return obstacle;
  return giftsOf(promotion, lines).length === 0 ? 'goodsMissing' : 'outdone';
}
