import type { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';

export const TENDER_TYPES = [
  'cash',
  'card',
  'qris',
  'voucher',
  'storeCredit',
  'onAccount',
] as const;

/** How a part of a sale is paid; `onAccount` is not paid at all but becomes a receivable. */
export type TenderType = (typeof TENDER_TYPES)[number];

/** `online`: the customer is at the till and the sale may be refused. `completed`: it has already happened. */
export const CAPTURE_MODES = ['online', 'completed'] as const;

export type CaptureMode = (typeof CAPTURE_MODES)[number];

/**
 * Names the item by SKU, by scanned barcode, or by both, which must agree. `name`, `taxCode` and `priceIncludesTax` say
 * how the till sold it; they are used when the item is unknown.
 */
export type RequestedLine = Readonly<{
  sku?: string | undefined;
  barcode?: string | undefined;
  name?: string | undefined;
  taxCode?: string | undefined;
  priceIncludesTax?: boolean | undefined;
  quantityMilli: bigint;
  unitPrice?: Money | undefined;
  /** Of the till itself, beside what promotions give. */
  discount?: Money | undefined;
  /** What promotions gave, as the till says it. */
  promotions?: readonly SaidPromotion[] | undefined;
}>;

export type SaidPromotion = Readonly<{ code: string; amount: Money }>;

/** `amount` pays for the sale; `tendered` is the cash that was handed over, change included. */
export type RequestedTender = Readonly<{
  type: TenderType;
  amount: Money;
  tendered?: Money | undefined;
  reference?: string | undefined;
}>;

/** What has been scanned so far. */
export type BasketRequest = Readonly<{
  mode: CaptureMode;
  currency: CurrencyCode;
  businessDate: Temporal.PlainDate;
  lines: readonly RequestedLine[];
}>;

export type SaleRequest = BasketRequest &
  Readonly<{ customerId?: string | undefined; tenders: readonly RequestedTender[] }>;

/** A wholesale basket of 500 lines must work; the receipt of more would be a roll of paper. */
export const LINES_MAX = 500;

/** More than anybody splits a bill into; it bounds the cost of a request. */
export const TENDERS_MAX = 20;
