import { normaliseText } from '../statement/text.js';

/** Letters that people and machines mistake for digits. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
};

/** Shorter texts are no reference of ours: the shortest number of a document is `A/000001-9`. */
export const REFERENCE_LENGTH_MIN = 8;
/** A series of four groups of twelve, a number of twelve digits, a check digit. */
export const REFERENCE_LENGTH_MAX = 61;

const REAL_DIGITS_MIN = 4;

/** A reference without case and separators: `INV/JKT/2026/000123-9` is `INVJKT20260001239`. */
export function referenceKey(reference: string): string {
  return normaliseText(reference).replaceAll(/[^0-9A-Z]/g, '');
}

/**
 * The key with look-alike letters read as digits. References are stored and looked up in this form;
 * `isDigitRich` says whether the written form may be read that way. Runs on the texts of banks; the numbers of our
 * invoices get the form in the database (prisma/functions/invoice/folded_reference_key.sql, behind an index).
 */
export function foldLookAlikes(key: string): string {
  return /^\d*$/.test(key)
    ? key
    : key.replaceAll(/[OILSBZ]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/** Mostly digits, or letters that look like them: `26O1 0000` may be read as digits, `BILLS` may not. */
export function isDigitRich(key: string): boolean {
  const digits = key.replaceAll(/\D/g, '').length;
  const alike = key.replaceAll(/[^0-9OILSBZ]/g, '').length;
  return digits >= REAL_DIGITS_MIN && alike * 2 >= key.length;
}
