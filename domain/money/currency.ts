import { Refusal } from '../refusal.js';

/**
 * `exponent`: decimals we book, print and accept. They are those of ISO 4217, as banks and payment channels write them,
 * except for the rupiah: ISO says 2, but no till and no Indonesian bank account holds less than one rupiah.
 *
 * `symbol` stays within ASCII, because receipt printers and the standard fonts of PDF have no
 * glyphs for the baht, the peso or the dong; those currencies are written by their code.
 */
type Currency = Readonly<{ exponent: number; symbol: string }>;

/** The countries of ASEAN (Timor-Leste pays in USD), Australia, and the two currencies imports are billed in. */
const CURRENCIES = {
  AUD: { exponent: 2, symbol: 'A$' },
  BND: { exponent: 2, symbol: 'B$' },
  EUR: { exponent: 2, symbol: 'EUR ' },
  IDR: { exponent: 0, symbol: 'Rp' },
  KHR: { exponent: 2, symbol: 'KHR ' },
  LAK: { exponent: 2, symbol: 'LAK ' },
  MMK: { exponent: 2, symbol: 'MMK ' },
  MYR: { exponent: 2, symbol: 'RM' },
  PHP: { exponent: 2, symbol: 'PHP ' },
  SGD: { exponent: 2, symbol: 'S$' },
  THB: { exponent: 2, symbol: 'THB ' },
  USD: { exponent: 2, symbol: 'US$' },
  VND: { exponent: 0, symbol: 'VND ' },
} as const satisfies Record<string, Currency>;

export type CurrencyCode = keyof typeof CURRENCIES;

export const CURRENCY_CODES = Object.keys(CURRENCIES) as readonly CurrencyCode[];

/** Whether we keep books in this currency. */
export function isCurrencyCode(code: string): code is CurrencyCode {
  return Object.hasOwn(CURRENCIES, code);
}

/** Reads the code of a currency. @throws Refusal `CURRENCY_UNKNOWN` when the code is not one we keep books in. */
export function parseCurrency(code: string, param = 'currency'): CurrencyCode {
  if (isCurrencyCode(code)) return code;
  throw new Refusal({
    code: 'CURRENCY_UNKNOWN',
    param,
    detail: `The currency is none of ${CURRENCY_CODES.join(', ')}.`,
  });
}

/** Decimals between the amount in major units and the amount as booked: IDR 0, SGD 2. */
export function minorUnitOf(currency: CurrencyCode): number {
  return CURRENCIES[currency].exponent;
}

/** Symbol or code printed before the digits. */
export function currencySymbol(currency: CurrencyCode): string {
  return CURRENCIES[currency].symbol;
}
