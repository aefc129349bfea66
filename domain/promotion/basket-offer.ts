import { allocateByLargestRemainder } from '../money/allocate.js';
import { sumAmounts } from '../money/money.js';
import { percentOf, within } from './item-offer.js';
import { byCode } from './promotion-index.js';
import type { BasketOffer, Gift, Offer, Promotion, PromotedLine } from './promotion.js';
import { isForGoods } from './when-it-holds.js';

type BasketPromotion = Promotion & Readonly<{ offer: BasketOffer }>;

type Given = Readonly<{ code: string; priority: number; amount: bigint; weights: bigint[] }>;

/**
 * What the one best promotion of the whole basket gives: the higher priority wins, then what gives more, then the code.
 * Its discount is spread over the lines of its goods by largest remainder of what they cost, so that a return knows the
 * share of each line.
 */
export function basketGifts(
  promotions: readonly Promotion[],
  lines: readonly PromotedLine[],
): readonly Gift[] {
  const [best] = promotions
    .filter(isBasketPromotion)
    .map((promotion) => givenBy(promotion, lines))
    .filter(({ amount }) => amount > 0n)
    .toSorted(byWorth);
  if (best === undefined) return [];
  return allocateByLargestRemainder(best.amount, best.weights).flatMap((amount, line) =>
    amount > 0n ? [{ code: best.code, line, amount }] : [],
  );
}

function givenBy(promotion: BasketPromotion, lines: readonly PromotedLine[]): Given {
  const { code, priority, offer } = promotion;
  const weights = lines.map((line) => (isForGoods(promotion, line) ? line.net : 0n));
  const cost = sumAmounts(weights);
  const amount = cost < offer.threshold ? 0n : within(cost, discountOf(offer, cost));
  return { code, priority, amount, weights };
}

function discountOf(offer: BasketOffer, cost: bigint): bigint {
  return offer.kind === 'basketPercent' ? percentOf(cost, offer.percentHundredths) : offer.off;
}

function byWorth(a: Given, b: Given): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1;
  return byCode(a, b);
}

function isBasketPromotion(promotion: Promotion): promotion is BasketPromotion {
  const { kind }: Offer = promotion.offer;
  return kind === 'basketPercent' || kind === 'basketAmount';
}
