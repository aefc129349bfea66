import { hasValidDammDigit } from './damm.js';

/**
 * What a customer types into the transfer: digits only, series (four) + number (eight) + Damm's check
 * digit. Every single wrong digit and every swap of neighbours is detected, so that a typing error
 * never pays somebody else's invoice. All references are of one length, so that a dropped digit is noticed
 * as well; none begins with a zero, because customers and spreadsheets drop it.
 *
 * References are made in SQL, with the invoice's number (`prisma/functions/invoice/payment_reference.sql`).
 */
const REFERENCE = /^[1-9]\d{12}$/;

/** Separators that customers type between the digits. */
const SEPARATORS = /[\s./-]/g;

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
