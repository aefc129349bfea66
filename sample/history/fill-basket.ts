import type { SaleBody } from '../../contract/sale/sale-body.js';
import type { Segment } from '../data/segments.js';
import type { SampleItem } from '../make-catalogue.js';
import { commonness } from '../make-stock.js';
import type { Random } from '../random.js';

type BodyLine = SaleBody['lines'][number];

/** A shopper at the till, or a customer of a segment who buys in bulk. */
export type Shopper = Pick<Segment, 'linesMax' | 'bulk'>;

export const PASSER_BY: Shopper = { linesMax: 5, bulk: 1 };

const barcodePercent = 70;
const discountPercent = 6;
const gramsMin = 150;
const gramsAKilogram = 1_000;

/** Distinct items, cheap ones more often than wardrobes, in quantities that suit the shopper. */
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
  const name = random.percent(barcodePercent) ? { barcode } : { sku };
  if (!random.percent(discountPercent)) return { ...name, quantity };
  // Five percent of the first list's price, to the hundred: never more than the line costs.
  const off = Math.floor((item.price * Number(quantity) * 0.05) / 100) * 100;
  if (off === 0) return { ...name, quantity };
  return { ...name, quantity, discount: { amount: String(off), currency: 'IDR' } };
}

function quantityOf({ family }: SampleItem, bulk: number, random: Random): string {
  const { sold, basketMax } = family;
  if (sold === 'as-service') return '1';
  if (sold === 'by-piece') return String(random.whole({ from: 1, to: basketMax * bulk }));
  const grams = random.whole({ from: gramsMin, to: basketMax * bulk * gramsAKilogram });
  return String(grams / gramsAKilogram);
}
