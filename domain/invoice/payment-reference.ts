import { assert } from '../assert.js';
import { dammDigit, hasValidDammDigit } from './damm.js';

/**
 * Two digits of the year and two of the legal entity. No zero in front, because customers and
 * spreadsheets drop it.
 */
const SERIES = /^[1-9]\d{3}$/;

/** A hundred million references in one series. */
const NUMBER_WIDTH = 8;
const NUMBER_LIMIT = 10n ** BigInt(NUMBER_WIDTH);

/** All references are of one length, so that a dropped digit is noticed as well. */
const REFERENCE = /^[1-9]\d{12}$/;

/** What customers put between the digits. */
const SEPARATORS = /[\s./-]/g;

/**
 * What a customer types into the transfer: digits only, series (four) + number (eight) + Damm's check
 * digit. Every single wrong digit and every swap of neighbours is detected, so that a typing error
 * never pays somebody else's invoice. SQL's `payment_reference` is the same function.
 */
export function paymentReference(series: string, number: bigint): string {
  assert(SERIES.test(series), `a reference series has four digits, the first no zero: ${series}`);
  assert(number > 0n && number < NUMBER_LIMIT, `a reference number has up to 8 digits: ${number}`);
  const digits = series + number.toString().padStart(NUMBER_WIDTH, '0');
  return digits + dammDigit(digits);
}

/** Whether the text, without its separators, is a reference of ours. Never throws. */
export function isValidReference(text: string): boolean {
  const digits = normaliseReference(text);
  return REFERENCE.test(digits) && hasValidDammDigit(digits);
}

/** `2601 0000-0123 9` -> `2601000001239`. */
export function normaliseReference(text: string): string {
  return text.replaceAll(SEPARATORS, '');
}

/** In groups of four, as it is printed: `2601 0000 0123 9`. */
export function formatReference(reference: string): string {
  return reference.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
