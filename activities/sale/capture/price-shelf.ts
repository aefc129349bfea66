import type { CurrencyCode } from '../../../domain/money/currency.js';
import type { CatalogueItem, PriceSource } from '../../../domain/pricing/catalogue.js';
import {
  pricesToCome,
  type KnownAt,
  type PriceVersion,
} from '../../../domain/pricing/price-in-force.js';
import {
  isPrice,
  priceFor,
  type HeldList,
  type RealPrice,
} from '../../../domain/pricing/price-list.js';
import type { CaptureMode } from '../../../domain/pricing/sale-request.js';

/** A price as the books send it. */
export type PriceRow = readonly [
  version: number,
  currency: string,
  /** Null: the price on its list ends. */
  unitAmount: string | null,
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

/** Knows all versions at a moment before all of them. */
const BEFORE_ALL: KnownAt = { version: Number.MAX_SAFE_INTEGER, atMs: -Infinity };

type Wanted = KnownAt &
  Readonly<{
    currency: CurrencyCode;
    language: string;
    mode: CaptureMode;
    /** The price lists that hold, the weightiest first. */
    held: readonly HeldList[];
    versions: ReadonlyMap<number, PriceVersion>;
  }>;

/**
 * The item at its price for a purchase, in a currency; undefined when it has none. What has been sold already has at
 * least its oldest price.
 */
export function pricedItem(
  item: ShelfItem | undefined,
  { currency, language, mode, held, versions, ...at }: Wanted,
): CatalogueItem | undefined {
  if (item === undefined) return undefined;
  const { nameEn, barcodes: _b, formerBarcodes: _f, priceRows, ...sold } = item;
  const own = readPrices(priceRows, { currency, versions });
  const oldest = () =>
    pricesToCome(own.filter(isPrice), BEFORE_ALL).find(({ list }) => list.listId === undefined);
  const price = priceFor(own, held, at) ?? (mode === 'completed' ? oldest() : undefined);
  if (price === undefined) return undefined;
  return {
    ...sold,
    name: language === 'en' ? (nameEn ?? sold.name) : sold.name,
    unitPrice: BigInt(price.unitAmount),
    soldInCurrency: currency,
    priceIncludesTax: price.includesTax,
    pricedBy: sourceOf(price, held),
  };
}

function sourceOf(
  { list: { version, listId } }: RealPrice<Price>,
  held: readonly HeldList[],
): PriceSource {
  const list = held.find(({ id }) => id === listId);
  return { version, list: list && { id: list.id, code: list.code } };
}

type Price = Readonly<{ list: PriceVersion; unitAmount: string | null; includesTax: boolean }>;

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
