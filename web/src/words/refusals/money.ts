import type { MONEY_ERRORS } from '../../../../contract/errors/money.js';

/** What the API refuses here, for people who read Indonesian. */
export const MONEY_REFUSALS = {
  CURRENCY_UNKNOWN: 'Tidak ada pembukuan dalam mata uang ini.',
  MONEY_MALFORMED: 'Jumlah itu bukan angka.',
  MONEY_TOO_PRECISE: 'Jumlah itu punya terlalu banyak desimal.',
  MONEY_TOO_LARGE: 'Jumlah itu terlalu besar.',
  QUANTITY_MALFORMED: 'Banyaknya bukan angka.',
  QUANTITY_TOO_PRECISE: 'Banyaknya punya lebih dari tiga desimal.',
  QUANTITY_TOO_LARGE: 'Banyaknya terlalu besar.',
} as const satisfies Record<keyof typeof MONEY_ERRORS, string>;
