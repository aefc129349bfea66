import type { ErrorTable } from './table.js';

/** Refusals on the way of a sale: capture, stock, receipt, delivery. */
export const saleErrors = {
  SALE_CONFLICT: { status: 409, title: 'The sale is known with other content' },
  TERMINAL_UNKNOWN: { status: 422, title: 'The terminal is not known' },
  SKU_UNKNOWN: { status: 422, title: 'The item is not in the catalogue' },
  BARCODE_UNKNOWN: { status: 422, title: 'The barcode is not in the catalogue' },
  PRICE_UNKNOWN: { status: 422, title: 'The item has no price' },
  PRICE_VERSION_UNKNOWN: { status: 422, title: 'The price version is not known' },
  CUSTOMER_UNKNOWN: { status: 422, title: 'The customer is not known' },
  CUSTOMER_BLOCKED: { status: 422, title: 'The customer is blocked' },
  STOCK_SHORT: { status: 422, title: 'There is not enough stock' },
  CREDIT_EXCEEDED: { status: 422, title: 'The credit limit would be exceeded' },
  PERIOD_CLOSED: { status: 422, title: 'The accounting period is closed' },
} as const satisfies ErrorTable;
