import type { CurrencyCode } from '../money/currency.js';
import type { TaxRule } from '../tax/tax-rule.js';
import type { SaleException } from './findings.js';
import type { PriceSource } from './catalogue.js';
import type { TenderType } from './sale-request.js';

/** A promotion, by its code, and what it takes off a line. */
export type GivenPromotion = Readonly<{ code: string; amount: bigint }>;

/** All amounts in booked units of the sale's currency. */
export type PricedLine = Readonly<{
  /** Counted from 1, as on the receipt. */
  number: number;
  itemId: string;
  sku: string;
  name: string;
  unit: string;
  stocked: boolean;
  quantityMilli: bigint;
  /** The price charged; differs from `listPrice` only in a completed sale, with an exception. */
  unitPrice: bigint;
  listPrice: bigint;
  /** Where the list price comes from; none for an item in suspense. */
  pricedBy: PriceSource | undefined;
  priceIncludesTax: boolean;
  taxCode: string;
  /** unitPrice x quantity, as the price tag says it: with tax where the price includes it. */
  gross: bigint;
  discount: bigint;
  /** What promotions gave of the discount, those of the line before that of the basket. */
  promotions: readonly GivenPromotion[];
  /** gross - discount. */
  net: bigint;
  /** The discount without the tax it contains, for the ledger. */
  discountBase: bigint;
  taxBase: bigint;
  otherBase: bigint;
  tax: bigint;
  /** taxBase + tax: what the customer owes for this line. */
  total: bigint;
}>;

export type TaxTotal = Readonly<{
  code: string;
  kind: TaxRule['kind'];
  rate: TaxRule['rate'];
  taxBase: bigint;
  otherBase: bigint;
  tax: bigint;
}>;

/** `change` = tendered - amount; zero for everything but cash. */
export type PricedTender = Readonly<{
  type: TenderType;
  amount: bigint;
  tendered: bigint;
  change: bigint;
  reference: string | undefined;
}>;

/** Each figure is the sum of the same field over all lines. */
export type BasketTotals = Readonly<{
  gross: bigint;
  discount: bigint;
  net: bigint;
  discountBase: bigint;
  taxBase: bigint;
  otherBase: bigint;
  tax: bigint;
  total: bigint;
}>;

/** `due` = `total` - `rounding` is what the tenders add up to: `paid` + `onAccount`. */
export type SaleTotals = BasketTotals &
  Readonly<{
    /** What cash rounding took off the total; never negative. */
    rounding: bigint;
    due: bigint;
    paid: bigint;
    onAccount: bigint;
  }>;

export type PricedBasket = Readonly<{
  currency: CurrencyCode;
  /** The price list version that the sale was priced with. */
  priceVersion: number;
  lines: readonly PricedLine[];
  totals: BasketTotals;
  /** One row per tax code, in the order of the basket. */
  taxes: readonly TaxTotal[];
  /** Empty in `online` mode, where what does not fit is refused. */
  exceptions: readonly SaleException[];
}>;

export type PricedSale = PricedBasket &
  Readonly<{
    totals: SaleTotals;
    tenders: readonly PricedTender[];
    /** Cash to hand back. */
    change: bigint;
  }>;
