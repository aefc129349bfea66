import { sumAmounts } from '../money/money.js';
import { groupShares, type GroupShare } from './group-offer.js';
import { itemDiscount } from './item-offer.js';
import { byCode } from './promotion-index.js';
import type { Gift, GroupOffer, ItemOffer, Promotion, PromotedLine } from './promotion.js';
import { isForGoods } from './when-it-holds.js';

type ItemPromotion = Promotion & Readonly<{ offer: ItemOffer }>;
type GroupPromotion = Promotion & Readonly<{ offer: GroupOffer }>;

type Grouped = Readonly<{ shares: readonly GroupShare[]; gain: bigint }>;

/**
 * What promotions of lines give. A line gets at most one of them. Those of the highest priority choose first. Of one
 * priority groups come before single lines, where they give more than their lines would get by themselves: first the one
 * that gives most above that, then each on the lines that are left. Each line that is left then gets what is best for it.
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

/** Each group is asked twice: for its place among the others, and when its turn has come. */
function groupGifts(promotions: readonly GroupPromotion[], making: Making): readonly Gift[] {
  return promotions
    .map((promotion) => ({
      promotion,
      code: promotion.code,
      gain: groupOf(promotion, making).gain,
    }))
    .filter(({ gain }) => gain > 0n)
    .toSorted(byGain)
    .flatMap(({ promotion, code }) => {
      const { shares, gain } = groupOf(promotion, making);
      if (gain <= 0n) return [];
      for (const { line } of shares) making.free.delete(line);
      return shares
        .filter(({ amount }) => amount > 0n)
        .map(({ line, amount }) => ({ code, line, amount }));
    });
}

type Worth = Readonly<{ code: string; gain: bigint }>;

function byGain(a: Worth, b: Worth): number {
  if (a.gain === b.gain) return byCode(a, b);
  return a.gain > b.gain ? -1 : 1;
}

/** A group of the free lines, and what it gives above what its lines would get by themselves. */
function groupOf(promotion: GroupPromotion, { lines, free, alone }: Making): Grouped {
  const own = [...free].flatMap((line) => {
    const of = lines[line];
    return of !== undefined && isForGoods(promotion, of) ? [{ line, of }] : [];
  });
  const shares = groupShares(promotion.offer, own);
  const instead = shares.map(({ line }) => alone.get(line)?.amount ?? 0n);
  const gain = sumAmounts(shares.map(({ amount }) => amount)) - sumAmounts(instead);
  return { shares, gain };
}

function isItemPromotion(promotion: Promotion): promotion is ItemPromotion {
  return ['percent', 'amount', 'fixedPrice'].includes(promotion.offer.kind);
}

function isGroupPromotion(promotion: Promotion): promotion is GroupPromotion {
  return ['buyGet', 'mixAndMatch'].includes(promotion.offer.kind);
}
