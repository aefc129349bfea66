import { sumAmounts } from '../money/money.js';
import { basketGifts } from './basket-offer.js';
import { lineGifts } from './line-promotions.js';
import { promotionsAround, type PromotionIndex } from './promotion-index.js';
import type { Gift, Promotion, PromotedLine, PromotionOccasion } from './promotion.js';
import { obstacleTo } from './when-it-holds.js';

type Outcome = Readonly<{ gifts: readonly Gift[]; total: bigint; priority: number }>;

/**
 * What promotions give in a sale, by line; the same at the till and at the server, in whatever order they are listed.
 *
 * First come the promotions of lines (`lineGifts`), then, on what is left to pay, one of the whole basket
 * (`basketGifts`). One that stands alone is compared with all others together: the higher priority wins, then what
 * gives the customer more.
 */
export function applyPromotions(
  index: PromotionIndex,
  lines: readonly PromotedLine[],
  occasion: PromotionOccasion,
): readonly Gift[] {
  const held = promotionsAround(index, lines, occasion).filter(
    (promotion) => obstacleTo(promotion, occasion) === undefined,
  );
  const together = held.filter(({ standsAlone }) => !standsAlone);
  const alone = held.filter(({ standsAlone }) => standsAlone);
  const outcomes = [together, ...alone.map((one) => [one])]
    .map((promotions) => outcomeOf(promotions, lines))
    .filter(({ total }) => total > 0n);
  const [best] = outcomes.toSorted(byWorth);
  return best?.gifts ?? [];
}

/** What a promotion gives when there is no other. */
export function giftsOf(promotion: Promotion, lines: readonly PromotedLine[]): readonly Gift[] {
  return outcomeOf([promotion], lines).gifts;
}

function outcomeOf(promotions: readonly Promotion[], lines: readonly PromotedLine[]): Outcome {
  const onLines = lineGifts(promotions, lines);
  const off = new Map(onLines.map(({ line, amount }) => [line, amount]));
  const left = lines.map((line, at) => ({ ...line, net: line.net - (off.get(at) ?? 0n) }));
  const gifts = [...onLines, ...basketGifts(promotions, left)];
  const giving = new Set(gifts.map(({ code }) => code));
  return {
    gifts,
    total: sumAmounts(gifts.map(({ amount }) => amount)),
    priority: Math.max(
      ...promotions.filter(({ code }) => giving.has(code)).map(({ priority }) => priority),
    ),
  };
}

/** The better one first; of equals all others before one that stands alone, and those by code. */
function byWorth(a: Outcome, b: Outcome): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  if (a.total === b.total) return 0;
  return a.total > b.total ? -1 : 1;
}
