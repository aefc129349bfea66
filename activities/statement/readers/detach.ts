import { FIELD_LENGTH_MAX } from './limits.js';

/** Shorter strings are copied by the engine anyway. */
const SLICED_LENGTH_MIN = 13;

const LATIN1 = /^[^\u0100-\uffff]*$/;

const scratch = Buffer.allocUnsafe(2 * FIELD_LENGTH_MAX);

/**
 * The same text in memory of its own. A piece cut out of a decoded chunk keeps the whole chunk alive:
 * without this, the lines of a file would hold all of its text. At most `FIELD_LENGTH_MAX` characters.
 */
export function detach(text: string): string {
  if (text.length < SLICED_LENGTH_MIN) return text;
  const encoding = LATIN1.test(text) ? 'latin1' : 'utf16le';
  return scratch.toString(encoding, 0, scratch.write(text, encoding));
}
