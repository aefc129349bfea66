import { Refusal } from '../refusal.js';
import { minorUnitOf, parseCurrency, type CurrencyCode } from './currency.js';
import { decimalToUnits, readDecimal, unitsToDecimal } from './decimal.js';

/** An amount in the smallest unit that is booked (rupiah, Singapore cents) and its currency. */
export type Money = Readonly<{ amount: bigint; currency: CurrencyCode }>;

/** Money as JSON: a decimal string in major units. */
export type MoneyOnWire = Readonly<{ amount: string; currency: string }>;

/** Fifteen digits are a thousand trillion rupiah, and still exact where a reader uses doubles (2^53). */
export const MONEY_MAX_DIGITS = 15;
const AMOUNT_LIMIT = 10n ** BigInt(MONEY_MAX_DIGITS);

/** False above fifteen digits, which a sum or product of valid amounts may reach. */
export function isBookable(amount: bigint): boolean {
  return amount < AMOUNT_LIMIT && amount > -AMOUNT_LIMIT;
}

/** An amount in the smallest booked unit of its currency. */
export function money(amount: bigint, currency: CurrencyCode): Money {
  return { amount, currency };
}

/** The sum of amounts of one currency. */
export function sumAmounts(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/**
 * Reads money from a request, and refuses what is no amount of the currency. `at` is the path of the money in the request, for the refusal.
 *
 * @throws Refusal `CURRENCY_UNKNOWN`, `MONEY_MALFORMED` (not a plain decimal), `MONEY_TOO_PRECISE`
 * (more decimals than the currency is booked with, even when they are zeros), `MONEY_TOO_LARGE`
 * (more than 15 digits in booked units).
 */
export function parseMoney(wire: MoneyOnWire, at?: string): Money {
  const within = (field: string): string => (at === undefined ? field : `${at}.${field}`);
  const currency = parseCurrency(wire.currency, within('currency'));
  return money(parseAmount(wire.amount, currency, within('amount')), currency);
}

/** The amount as decimal text with the decimals of its currency: `150000` of IDR, `12.50` of SGD. */
export function moneyToWire({ amount, currency }: Money): {
  amount: string;
  currency: CurrencyCode;
} {
  return { amount: unitsToDecimal(amount, minorUnitOf(currency)), currency };
}

function parseAmount(text: string, currency: CurrencyCode, param: string): bigint {
  const decimal = readDecimal(text);
  if (decimal === undefined) {
    throw new Refusal({
      code: 'MONEY_MALFORMED',
      param,
      detail: 'An amount is a decimal number in a string, such as "150000" or "12.50".',
    });
  }
  const exponent = minorUnitOf(currency);
  if (decimal.fraction.length > exponent) {
    throw new Refusal({
      code: 'MONEY_TOO_PRECISE',
      param,
      detail: `${currency} is booked with ${exponent} decimals; the amount has ${decimal.fraction.length}.`,
    });
  }
  const amount = decimalToUnits(decimal, exponent);
  if (!isBookable(amount)) {
    throw new Refusal({
      code: 'MONEY_TOO_LARGE',
      param,
      detail: `The amount has more than ${MONEY_MAX_DIGITS} digits.`,
    });
  }
  return amount;
}
