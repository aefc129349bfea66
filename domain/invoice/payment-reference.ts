import { assert } from '../assert.js';
import { dammDigit, hasValidDammDigit } from './damm.js';

/**
 * Digits of a series: two of the year, then those of the legal entity. No zero in front, because
 * customers and spreadsheets drop it.
 */
const SERIES = /^[1-9]\d{1,5}$/;

/** Ten million references in one series, all of the same length. */
const NUMBER_WIDTH = 7;
const NUMBER_LIMIT = 10n ** BigInt(NUMBER_WIDTH);

/** Two digits of series, the number, the check digit; and the same with six digits of series. */
const LENGTH_MIN = 2 + NUMBER_WIDTH + 1;
const LENGTH_MAX = 6 + NUMBER_WIDTH + 1;

/** What customers put between the digits. */
const SEPARATORS = /[\s./-]/g;

/**
 * What a customer types into the transfer: digits only, series + number (seven digits) + Damm's check
 * digit. Every single wrong digit and every swap of neighbours is detected, so that a typing error
 * never pays somebody else's invoice.
 */
export function paymentReference(series: string, number: bigint): string {
  assert(SERIES.test(series), `a reference series has 2 to 6 digits, the first no zero: ${series}`);
  assert(number > 0n && number < NUMBER_LIMIT, `a reference number has up to 7 digits: ${number}`);
  const digits = series + number.toString().padStart(NUMBER_WIDTH, '0');
  return digits + dammDigit(digits);
}

/** Whether the text, without its separators, is a reference of ours. Never throws. */
export function isValidReference(text: string): boolean {
  const digits = normaliseReference(text);
  return (
    digits.length >= LENGTH_MIN &&
    digits.length <= LENGTH_MAX &&
    !digits.startsWith('0') &&
    hasValidDammDigit(digits)
  );
}

/** `2601 0000-1234` -> `260100001234`. */
export function normaliseReference(text: string): string {
  return text.replaceAll(SEPARATORS, '');
}

/** In groups of four, as it is printed: `2601 0000 1234`. */
export function formatReference(reference: string): string {
  return reference.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
