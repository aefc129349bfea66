import type { ErrorCode } from '../errors.js';

/**
 * Why nothing more is sold on account, the weightiest first. `credit_reasons` decides
 * (`prisma/functions/receivable`).
 */
export const CREDIT_REFUSALS = [
  'CREDIT_NOT_GRANTED',
  'CUSTOMER_BLOCKED',
  'CREDIT_EXPIRED',
  'CUSTOMER_PLACED',
  'CREDIT_OVERDUE',
  'CREDIT_EXCEEDED',
] as const satisfies readonly ErrorCode[];

/** Business answers to a valid sale, which the customer hears at the till. */
export const ORDINARY_REFUSALS = [
  'STOCK_SHORT',
  ...CREDIT_REFUSALS,
  'PERIOD_CLOSED',
  'TENDER_LIMIT_EXCEEDED',
  'PROMOTION_LIMIT_REACHED',
  'COUPON_NOT_ACCEPTED',
] as const satisfies readonly ErrorCode[];

/** What the lines of a basket are refused for, whether they are sold or only priced. */
export const LINE_REFUSALS = [
  'CURRENCY_UNKNOWN',
  'CURRENCY_MISMATCH',
  'SKU_UNKNOWN',
  'ITEM_WITHDRAWN',
  'BARCODE_MISMATCH',
  'TAX_RULE_MISSING',
  'QUANTITY_NOT_ALLOWED',
  'QUANTITY_TOO_PRECISE',
  'QUANTITY_TOO_LARGE',
  'MONEY_TOO_PRECISE',
  'MONEY_TOO_LARGE',
] as const satisfies readonly ErrorCode[];

/** All refusals of the content of a sale. */
export const CAPTURE_ERRORS = [
  ...ORDINARY_REFUSALS,
  'SALE_CONFLICT',
  'TERMINAL_UNKNOWN',
  'CUSTOMER_UNKNOWN',
  'CUSTOMER_REQUIRED',
  'CARD_NUMBER_NOT_ALLOWED',
  'PRICE_VERSION_UNKNOWN',
  'BUSINESS_DATE_IN_FUTURE',
  'BUSINESS_DATE_TOO_EARLY',
  'DELIVERY_EXPIRY_INVALID',
  'LINES_EMPTY',
  'TOO_MANY_LINES',
  'TOO_MANY_TENDERS',
  ...LINE_REFUSALS,
  'PRICE_NEGATIVE',
  'PRICE_MISMATCH',
  'PROMOTION_MISMATCH',
  'DISCOUNT_NEGATIVE',
  'DISCOUNT_TOO_LARGE',
  'TENDER_NOT_POSITIVE',
  'TENDERS_DO_NOT_ADD_UP',
] as const satisfies readonly ErrorCode[];
