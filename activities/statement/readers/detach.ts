import { FIELD_LENGTH_MAX } from './limits.js';

/** Shorter strings are copied by the engine anyway. */
const SLICED_LENGTH_MIN = 13;

const LATIN1 = /^[^\u0100-\uffff]*$/;

const scratch = Buffer.allocUnsafe(2 * FIELD_LENGTH_MAX);

/**
 * Copies a text. A substring keeps its whole decoded chunk in memory; without copies, the lines of a file would hold
 * all of its text. At most `FIELD_LENGTH_MAX` characters.
 */
export function detach(text: string): string {
  if (text.length < SLICED_LENGTH_MIN) return text;
  const encoding = LATIN1.test(text) ? 'latin1' : 'utf16le';
  return scratch.toString(encoding, 0, scratch.write(text, encoding));
}
