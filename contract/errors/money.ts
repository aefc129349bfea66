import type { ErrorTable } from './table.js';

/** Refusals of domain/money, domain/quantity and domain/calendar. */
export const MONEY_ERRORS = {
  CURRENCY_UNKNOWN: { status: 422, title: 'No books are kept in this currency' },
  MONEY_MALFORMED: { status: 400, title: 'An amount is not a decimal' },
  MONEY_TOO_PRECISE: { status: 422, title: 'An amount has more decimals than its currency' },
  MONEY_TOO_LARGE: { status: 422, title: 'An amount is larger than can be booked' },
  QUANTITY_MALFORMED: { status: 400, title: 'A quantity is not a decimal' },
  QUANTITY_TOO_PRECISE: { status: 422, title: 'A quantity has more than three decimals' },
  QUANTITY_TOO_LARGE: { status: 422, title: 'A quantity is larger than anything that is sold' },
} as const satisfies ErrorTable;

/** What an amount of money in a body may be refused with. */
export const AMOUNT_REFUSALS = [
  'MONEY_MALFORMED',
  'MONEY_TOO_PRECISE',
  'MONEY_TOO_LARGE',
  'CURRENCY_UNKNOWN',
  'CURRENCY_MISMATCH',
] as const;

/** What a quantity in a body may be refused with. */
export const QUANTITY_REFUSALS = [
  'QUANTITY_MALFORMED',
  'QUANTITY_TOO_PRECISE',
  'QUANTITY_TOO_LARGE',
] as const;
