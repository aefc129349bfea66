import { sumAmounts } from '../money/money.js';
import { groupShares, type GroupShare } from './group-offer.js';
import { itemDiscount } from './item-offer.js';
import { byCode } from './promotion-index.js';
import type { Gift, GroupOffer, ItemOffer, Promotion, PromotedLine } from './promotion.js';
import { isForGoods } from './when-it-holds.js';

type ItemPromotion = Promotion & Readonly<{ offer: ItemOffer }>;
type GroupPromotion = Promotion & Readonly<{ offer: GroupOffer }>;

type Grouped = Readonly<{ code: string; shares: readonly GroupShare[]; gain: bigint }>;

/**
 * What promotions of lines give. A line gets at most one of them. Those of the highest priority choose first. Of one
 * priority, groups are made one after the other: each time the one that gives most above what its lines would get by
 * themselves, as long as there is such a one; then each line that is left gets what is best for it.
 */
export function lineGifts(
  promotions: readonly Promotion[],
  lines: readonly PromotedLine[],
): readonly Gift[] {
  const free = new Set(lines.keys());
  return prioritiesOf(promotions).flatMap((priority) => {
    const level = promotions.filter((one) => one.priority === priority);
    const alone = bestAlone(level.filter(isItemPromotion), lines, free);
    const grouped = groupGifts(level.filter(isGroupPromotion), { lines, free, alone });
    const rest = [...alone.values()].filter(({ line }) => free.has(line));
    for (const { line } of rest) free.delete(line);
    return [...grouped, ...rest];
  });
}

function prioritiesOf(promotions: readonly Promotion[]): number[] {
  return [...new Set(promotions.map(({ priority }) => priority))].toSorted((a, b) => b - a);
}

/** For each free line the offer that gives most; of equals the first by code. */
function bestAlone(
  promotions: readonly ItemPromotion[],
  lines: readonly PromotedLine[],
  free: ReadonlySet<number>,
): ReadonlyMap<number, Gift> {
  const best = new Map<number, Gift>();
  for (const promotion of promotions.toSorted(byCode)) {
    const { code, offer } = promotion;
    lines.forEach((of, line) => {
      if (!free.has(line) || !isForGoods(promotion, of)) return;
      const amount = itemDiscount(offer, of);
      if (amount > (best.get(line)?.amount ?? 0n)) best.set(line, { code, line, amount });
    });
  }
  return best;
}

type Making = Readonly<{
  lines: readonly PromotedLine[];
  /** Lines that take part in a group leave it. */
  free: Set<number>;
  alone: ReadonlyMap<number, Gift>;
}>;

function groupGifts(promotions: readonly GroupPromotion[], making: Making): readonly Gift[] {
  const gifts: Gift[] = [];
  // Each turn takes at least one line.
  for (;;) {
    const best = bestGroup(promotions, making);
    if (best === undefined) return gifts;
    for (const { line, amount } of best.shares) {
      making.free.delete(line);
      if (amount > 0n) gifts.push({ code: best.code, line, amount });
    }
  }
}

function bestGroup(
  promotions: readonly GroupPromotion[],
  { lines, free, alone }: Making,
): Grouped | undefined {
  const [best] = promotions
    .map((promotion): Grouped => {
      const own = [...free].flatMap((line) => {
        const of = lines[line];
        return of !== undefined && isForGoods(promotion, of) ? [{ line, of }] : [];
      });
      const shares = groupShares(promotion.offer, own);
      const instead = shares.map(({ line }) => alone.get(line)?.amount ?? 0n);
      const gain = sumAmounts(shares.map(({ amount }) => amount)) - sumAmounts(instead);
      return { code: promotion.code, shares, gain };
    })
    .filter(({ gain }) => gain > 0n)
    .toSorted((a, b) => (a.gain === b.gain ? byCode(a, b) : Number(b.gain - a.gain)));
  return best;
}

function isItemPromotion(promotion: Promotion): promotion is ItemPromotion {
  return ['percent', 'amount', 'fixedPrice'].includes(promotion.offer.kind);
}

function isGroupPromotion(promotion: Promotion): promotion is GroupPromotion {
  return ['buyGet', 'mixAndMatch'].includes(promotion.offer.kind);
}
