import { hasValidDammDigit } from './damm.js';

const NUMBER =
  /^(?<series>[A-Z0-9]{1,12}(?:\/[A-Z0-9]{1,12}){0,3})\/(?<sequence>\d{6,12})-(?<check>\d)$/;

export type DocumentNumber = Readonly<{ series: string; sequence: bigint }>;

/** `A` is 10 and `Z` is 35, as in IBAN. */
const CODE_OF_LETTER_A = 'A'.charCodeAt(0) - 10;

/**
 * Reads a number as a customer types it, `INV/JKT/2026/000123-9`, in any case and with spaces around it.
 * The last digit is Damm's check digit over series and sequence, with slashes left out and letters written
 * as two digits (A 10 ... Z 35), so that the credit note of the same sequence has another one.
 * Undefined when it is not one of ours or mistyped. Never throws.
 *
 * Numbers are made in SQL, under the lock of their series (`prisma/functions/ledger/document_number.sql`).
 */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const parts = NUMBER.exec(text.trim().toUpperCase())?.groups;
  if (parts === undefined) return undefined;
  const { series = '', sequence = '', check = '' } = parts;
  if (!hasValidDammDigit(digitsOf(series) + sequence + check)) return undefined;
  return { series, sequence: BigInt(sequence) };
}

function digitsOf(text: string): string {
  return text
    .replaceAll('/', '')
    .replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - CODE_OF_LETTER_A));
}
