import type { CurrencyCode } from '../../../domain/money/currency.js';
import type { CatalogueItem } from '../../../domain/pricing/catalogue.js';
import {
  priceInForce,
  pricesToCome,
  type ListAt,
  type PriceVersion,
} from '../../../domain/pricing/price-in-force.js';
import type { CaptureMode } from '../../../domain/pricing/sale-request.js';

/** Money and tax of a price; one object for all prices that agree in it. */
export type PriceTerms = Readonly<{ currency: string; includesTax: boolean }>;

export type ShelfPrice = Readonly<{ list: PriceVersion; terms: PriceTerms; unitAmount: bigint }>;

/** An item with all prices that it ever had. */
export type ShelfItem = Omit<CatalogueItem, 'unitPrice' | 'soldInCurrency' | 'priceIncludesTax'> &
  Readonly<{
    nameEn: string | undefined;
    barcodes: readonly string[];
    /** Removed since; a till that was offline may have sold by them. */
    formerBarcodes: readonly string[];
    prices: readonly ShelfPrice[];
  }>;

/** The items of the company by all that a sale may name them by. Never changes: `withItems` makes another. */
export type Shelf = Readonly<{
  bySku: ReadonlyMap<string, ShelfItem>;
  byBarcode: ReadonlyMap<string, ShelfItem>;
  byFormerBarcode: ReadonlyMap<string, ShelfItem>;
}>;

export const EMPTY_SHELF: Shelf = {
  bySku: new Map(),
  byBarcode: new Map(),
  byFormerBarcode: new Map(),
};

/** A copy of the shelf with these items as they are now. */
export function withItems(shelf: Shelf, changed: readonly ShelfItem[]): Shelf {
  const bySku = new Map(shelf.bySku);
  const byBarcode = new Map(shelf.byBarcode);
  const byFormerBarcode = new Map(shelf.byFormerBarcode);
  for (const { sku } of changed) {
    const before = bySku.get(sku);
    forget(byBarcode, before?.barcodes, before);
    forget(byFormerBarcode, before?.formerBarcodes, before);
  }
  for (const item of changed) {
    bySku.set(item.sku, item);
    for (const barcode of item.barcodes) byBarcode.set(barcode, item);
    for (const barcode of item.formerBarcodes) byFormerBarcode.set(barcode, item);
  }
  return { bySku, byBarcode, byFormerBarcode };
}

function forget(
  known: Map<string, ShelfItem>,
  barcodes: readonly string[] = [],
  item: ShelfItem | undefined,
): void {
  for (const barcode of barcodes) if (known.get(barcode) === item) known.delete(barcode);
}

/** Knows all versions on a day before all of them. */
const BEFORE_ALL: ListAt = { version: Number.MAX_SAFE_INTEGER, day: '' };

type Wanted = ListAt & Readonly<{ currency: CurrencyCode; language: string; mode: CaptureMode }>;

/**
 * The item at its price of a list and a currency; undefined when it has none there. What has been sold already has
 * at least its oldest price.
 */
export function pricedItem(
  item: ShelfItem | undefined,
  { currency, language, mode, ...at }: Wanted,
): CatalogueItem | undefined {
  if (item === undefined) return undefined;
  const { nameEn, barcodes: _b, formerBarcodes: _f, prices, ...sold } = item;
  const own = prices.filter(({ terms }) => terms.currency === currency);
  const oldest = mode === 'completed' ? pricesToCome(own, BEFORE_ALL)[0] : undefined;
  const price = priceInForce(own, at) ?? oldest;
  if (price === undefined) return undefined;
  return {
    ...sold,
    name: language === 'en' ? (nameEn ?? sold.name) : sold.name,
    unitPrice: price.unitAmount,
    soldInCurrency: currency,
    priceIncludesTax: price.terms.includesTax,
  };
}
