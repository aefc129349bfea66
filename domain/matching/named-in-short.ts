import { normaliseText } from '../statement/text.js';
import type { Evidence, OpenItem } from './matching.js';

/** A shorter number may be a day, an amount in thousands or a count of boxes. */
const DIGITS_MIN = 3;
const DIGITS_MAX = 8;

const SEQUENCE = /\/0*(?<sequence>\d+)-\d$/;

/**
 * The open items whose number the payer writes without its series: `inv 4312`, `faktur 004312`. It says nothing alone:
 * the caller looks only among the items of a customer who may have paid, and only where the amount fits. A number inside
 * a word, or joined to other digits, is no such number.
 */
export function namedInShort(
  texts: readonly string[],
  items: readonly OpenItem[],
): ReadonlyMap<string, Evidence> {
  const written = new Map<string, string>();
  for (const text of texts) {
    for (const [digits] of normaliseText(text).matchAll(/(?<![0-9A-Z./-])\d+(?![0-9A-Z./-])/g)) {
      const sequence = digits.replace(/^0+/, '');
      if (sequence.length >= DIGITS_MIN && digits.length <= DIGITS_MAX)
        written.set(sequence, digits);
    }
  }
  const named = new Map<string, Evidence>();
  if (written.size === 0) return named;
  for (const { id, invoiceNumber } of items) {
    const digits = written.get(SEQUENCE.exec(invoiceNumber)?.groups?.['sequence'] ?? '');
    if (digits === undefined) continue;
    named.set(id, {
      kind: 'reference',
      reference: invoiceNumber,
      written: digits,
      how: 'completed',
    });
  }
  return named;
}
