import { assert } from '../assert.js';
import { dammDigit, hasValidDammDigit } from './damm.js';

/** Upper-case letters and digits in groups, such as `INV/JKT/2026`. */
const SERIES = /^[A-Z0-9]{1,12}(?:\/[A-Z0-9]{1,12}){0,3}$/;

const NUMBER =
  /^(?<series>[A-Z0-9]{1,12}(?:\/[A-Z0-9]{1,12}){0,3})\/(?<sequence>\d{6,12})-(?<check>\d)$/;

/** A million documents in a year's series sort as text; later ones only grow longer. */
const SEQUENCE_WIDTH = 6;

export type DocumentNumber = Readonly<{ series: string; sequence: bigint }>;

/** `A` is 10 and `Z` is 35, as in IBAN. */
const CODE_OF_LETTER_A = 'A'.charCodeAt(0) - 10;

/**
 * The number people read and type: `INV/JKT/2026/000123-9`. The last digit is Damm's check digit over
 * series and sequence, with slashes left out and letters written as two digits (A 10 ... Z 35), so that the
 * credit note of the same sequence has another one. SQL's `document_number` is the same function.
 */
export function documentNumber({ series, sequence }: DocumentNumber): string {
  assert(SERIES.test(series), `a number series looks like INV/JKT/2026, not like ${series}`);
  assert(sequence > 0n, 'documents are numbered from 1');
  const stem = `${series}/${sequence.toString().padStart(SEQUENCE_WIDTH, '0')}`;
  return `${stem}-${dammDigit(digitsOf(stem))}`;
}

/**
 * Reads a number as a customer types it, in any case and with spaces around it.
 * Undefined when it is not one of ours or mistyped. Never throws.
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
