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

/** `online`: the customer stands at the till, no is an answer. `completed`: it has already happened. */
export const CAPTURE_MODES = ['online', 'completed'] as const;

export type CaptureMode = (typeof CAPTURE_MODES)[number];

/**
 * An item by its SKU, by what the scanner read, or by both, which then do not contradict each other. `name`, `taxCode`
 * and `priceIncludesTax` are what the till sold it as; they count where nobody knows the item.
 */
export type RequestedLine = Readonly<{
  sku?: string | undefined;
  barcode?: string | undefined;
  name?: string | undefined;
  taxCode?: string | undefined;
  priceIncludesTax?: boolean | undefined;
  quantityMilli: bigint;
  unitPrice?: Money | undefined;
  discount?: Money | undefined;
}>;

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

/** A wholesale basket; 500 lines must work, and the receipt of more is a roll of paper. */
export const LINES_MAX = 500;

/** Nobody splits a bill further; it bounds what a request can cost. */
export const TENDERS_MAX = 20;
