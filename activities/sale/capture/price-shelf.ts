import type { CurrencyCode } from '../../../domain/money/currency.js';
import type { CatalogueItem } from '../../../domain/pricing/catalogue.js';
import {
  priceInForce,
  pricesToCome,
  type ListAt,
  type PriceVersion,
} from '../../../domain/pricing/price-in-force.js';
import type { CaptureMode } from '../../../domain/pricing/sale-request.js';

/** A price as the books send it. */
export type PriceRow = readonly [
  version: number,
  currency: string,
  unitAmount: string,
  includesTax: boolean,
];

/** An item with its prices. */
export type ShelfItem = Omit<CatalogueItem, 'unitPrice' | 'soldInCurrency' | 'priceIncludesTax'> &
  Readonly<{
    nameEn: string | undefined;
    barcodes: readonly string[];
    /** Removed since; a till that was offline may have sold by them. */
    formerBarcodes: readonly string[];
    /**
     * JSON of price rows, read when the item is sold: as objects, the prices of a large company would be most of the
     * memory, and would make the pauses of the garbage collector long.
     */
    priceRows: string;
  }>;

/**
 * The items of the company by all that a sale may name them by. Items change in place: prices are chosen by the number of
 * the book, so that those of a change that is still being read do not count before it is complete.
 */
export type Shelf = Readonly<{
  bySku: Map<string, ShelfItem>;
  byBarcode: Map<string, ShelfItem>;
  byFormerBarcode: Map<string, ShelfItem>;
}>;

export function emptyShelf(): Shelf {
  return { bySku: new Map(), byBarcode: new Map(), byFormerBarcode: new Map() };
}

/** Puts items on the shelf as they are now. */
export function putItems(shelf: Shelf, changed: readonly ShelfItem[]): void {
  const { bySku, byBarcode, byFormerBarcode } = shelf;
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

type Wanted = ListAt &
  Readonly<{
    currency: CurrencyCode;
    language: string;
    mode: CaptureMode;
    versions: ReadonlyMap<number, PriceVersion>;
  }>;

/**
 * The item at its price of a list and a currency; undefined when it has none there. What has been sold already has
 * at least its oldest price.
 */
export function pricedItem(
  item: ShelfItem | undefined,
  { currency, language, mode, versions, ...at }: Wanted,
): CatalogueItem | undefined {
  if (item === undefined) return undefined;
  const { nameEn, barcodes: _b, formerBarcodes: _f, priceRows, ...sold } = item;
  const own = readPrices(priceRows, { currency, versions });
  const oldest = mode === 'completed' ? pricesToCome(own, BEFORE_ALL)[0] : undefined;
  const price = priceInForce(own, at) ?? oldest;
  if (price === undefined) return undefined;
  return {
    ...sold,
    name: language === 'en' ? (nameEn ?? sold.name) : sold.name,
    unitPrice: BigInt(price.unitAmount),
    soldInCurrency: currency,
    priceIncludesTax: price.includesTax,
  };
}

type Price = Readonly<{ list: PriceVersion; unitAmount: string; includesTax: boolean }>;

/** A version that began after the versions were read is not known to the book, and comes with the next reading. */
function readPrices(
  rows: string,
  { currency: wanted, versions }: Pick<Wanted, 'currency' | 'versions'>,
): Price[] {
  return (JSON.parse(rows) as PriceRow[]).flatMap(
    ([version, currency, unitAmount, includesTax]) => {
      const list = versions.get(version);
      if (list === undefined || currency !== wanted) return [];
      return [{ list, unitAmount, includesTax }];
    },
  );
}
