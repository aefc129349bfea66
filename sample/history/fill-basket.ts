import type { SaleBody } from '../../contract/sale/sale-body.js';
import type { Segment } from '../data/segments.js';
import type { SampleItem } from '../make-catalogue.js';
import { commonness } from '../make-stock.js';
import type { Random } from '../random.js';

type BodyLine = SaleBody['lines'][number];

/** A shopper at the till, or a customer of a segment who buys in bulk. */
export type Shopper = Pick<Segment, 'linesMax' | 'bulk'>;

export const PASSER_BY: Shopper = { linesMax: 5, bulk: 1 };

const BARCODE_PERCENT = 70;
const DISCOUNT_PERCENT = 6;
const GRAMS_MIN = 150;
const GRAMS_A_KILOGRAM = 1_000;

/** Distinct items, cheap ones more often than expensive ones, in quantities that suit the shopper. */
export function fillBasket(
  items: readonly SampleItem[],
  { linesMax, bulk }: Shopper,
  random: Random,
): readonly BodyLine[] {
  const wanted = random.whole({ from: 1, to: linesMax });
  const weights = items.map((item) => [item, commonness(item)] as const);
  const chosen = new Set(Array.from({ length: wanted }, () => random.weighted(weights)));
  return [...chosen].map((item) => lineOf(item, bulk, random));
}

function lineOf(item: SampleItem, bulk: number, random: Random): BodyLine {
  const { sku, barcode } = item;
  const quantity = quantityOf(item, bulk, random);
  const name = random.percent(BARCODE_PERCENT) ? { barcode } : { sku };
  if (!random.percent(DISCOUNT_PERCENT)) return { ...name, quantity };
  // Five percent of the first list's price, in whole hundreds, so never more than the line costs.
  const off = Math.floor((item.price * Number(quantity) * 0.05) / 100) * 100;
  if (off === 0) return { ...name, quantity };
  return { ...name, quantity, discount: { amount: String(off), currency: 'IDR' } };
}

function quantityOf({ family }: SampleItem, bulk: number, random: Random): string {
  const { sold, basketMax } = family;
  if (sold === 'as-service') return '1';
  if (sold === 'by-piece') return String(random.whole({ from: 1, to: basketMax * bulk }));
  const grams = random.whole({ from: GRAMS_MIN, to: basketMax * bulk * GRAMS_A_KILOGRAM });
  return String(grams / GRAMS_A_KILOGRAM);
}
