import type { CurrencyCode } from '../money/currency.js';
import type { Gift, PromotedLine } from '../promotion/promotion.js';
import type { TaxRule } from '../tax/tax-rule.js';
import type { TenderLimit } from './tender-limits.js';

/** The change that brought a price, and the list that it stands on; without one it holds for everybody. */
export type PriceSource = Readonly<{
  version: number;
  list: Readonly<{ id: string; code: string }> | undefined;
}>;

/**
 * An item for sale. `unitPrice` is in the booked units of `soldInCurrency`, for one `unit`.
 * `quantityStepMilli` is the smallest quantity in thousandths: 1000n for whole pieces, 1n for what
 * is weighed to the gram. `stocked` is false for services, whose stock nobody counts.
 */
export type CatalogueItem = Readonly<{
  id: string;
  sku: string;
  name: string;
  unit: string;
  quantityStepMilli: bigint;
  unitPrice: bigint;
  soldInCurrency: CurrencyCode;
  taxCode: string;
  priceIncludesTax: boolean;
  stocked: boolean;
  /** Promotions may be for a category. */
  category?: string | undefined;
  /** Where the price comes from; an item in suspense has none of ours. */
  pricedBy?: PriceSource | undefined;
  /** It is no longer sold; `replacedBy` is the SKU of what is sold instead. */
  withdrawn?: Readonly<{ replacedBy: string | undefined }> | undefined;
}>;

/**
 * Cash is rounded down to the next multiple of `step` booked units, because smaller coins do not
 * circulate (Permendag 35/2013 art. 6); 0n switches rounding off. No other tender is ever rounded.
 */
export type CashRounding = Readonly<{ step: bigint; direction: 'down' }>;

/** One version of the price list, as the till and the server both hold it. */
export type Catalogue = Readonly<{
  version: number;
  currency: CurrencyCode;
  itemBySku(sku: string): CatalogueItem | undefined;
  itemByBarcode(barcode: string): CatalogueItem | undefined;
  /**
   * The SKU that a barcode belongs to, even when the item is no longer sold, or not in this
   * currency.
   */
  skuOfBarcode(barcode: string): string | undefined;
  taxRules: readonly TaxRule[];
  cashRounding: CashRounding;
  tenderLimits: readonly TenderLimit[];
  /** What promotions give on the lines of this purchase; without it there are none. */
  promote?: ((lines: readonly PromotedLine[]) => readonly Gift[]) | undefined;
}>;
