import { sumAmounts } from '../money/money.js';
import type { Gift, PromotedLine } from '../promotion/promotion.js';
import type { Catalogue } from './catalogue.js';
import type { PlainLine } from './read-lines.js';

/** Takes off each line what promotions give on it, before its tax. */
export function promoteLines(
  lines: readonly PlainLine[],
  { promote }: Catalogue,
): readonly PlainLine[] {
  if (promote === undefined) return lines;
  const gifts = promote(lines.map(promotedLine));
  return lines.map((line, index) =>
    withGifts(
      line,
      gifts.filter((gift) => gift.line === index),
    ),
  );
}

function promotedLine({ item, quantityMilli, net }: PlainLine): PromotedLine {
  return { sku: item.sku, category: item.category, quantityMilli, net };
}

function withGifts(line: PlainLine, gifts: readonly Gift[]): PlainLine {
  if (gifts.length === 0) return line;
  const discount = line.discount + sumAmounts(gifts.map(({ amount }) => amount));
  const promotions = gifts.map(({ code, amount }) => ({ code, amount }));
  return { ...line, discount, net: line.gross - discount, promotions };
}
