import { assert } from '../assert.js';
import { dammDigit, hasValidDammDigit } from './damm.js';

/** Upper-case letters and digits in groups, such as `INV/JKT/2026`. */
const SERIES = /^[A-Z0-9]{1,12}(?:\/[A-Z0-9]{1,12}){0,3}$/;

const NUMBER =
  /^(?<series>[A-Z0-9]{1,12}(?:\/[A-Z0-9]{1,12}){0,3})\/(?<sequence>\d{6,12})-(?<check>\d)$/;

/** A million documents in a year's series sort as text; later ones only grow longer. */
const SEQUENCE_WIDTH = 6;

export type DocumentNumber = Readonly<{ series: string; sequence: bigint }>;

/**
 * The number people read and type: `INV/JKT/2026/000123-8`. The last digit is Damm's check digit
 * over all digits before it (here `2026000123`); letters and slashes do not take part.
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
  return text.replaceAll(/\D/g, '');
}
