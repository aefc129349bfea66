import { parseDocumentNumber } from '../invoice/document-number.js';
import { isValidReference } from '../invoice/payment-reference.js';
import { normaliseText } from '../statement/text.js';
import type { ReferenceCandidate } from './extract-references.js';
import { referenceKey } from './reference-key.js';

/** As far as `extractReferences` searches. */
const TEXT_LENGTH_MAX = 2_000;

/** A number of ours has at most four groups of a series, its sequence and its check digit, each of them broken once. */
const WINDOW_TOKENS_MAX = 10;

/** `2601 0000 0123 9`, as it is printed. */
const PRINTED_GROUPS = [4, 4, 4, 1] as const;

const SEQUENCE_LENGTH_MIN = 6;

/**
 * Finds what was one of our numbers before somebody broke it: in other groups than it is printed, over two lines, or
 * without its zeros (`INV/JKT/2026/123-9`). Digits of different words are glued, and only the check digit says whether
 * that is a number of ours: one in ten texts says so by chance. So it is never booked by, and offered only where the
 * amount fits. `seriesPrefixes` are the number series, such as `INV/JKT/2026`.
 */
export function repairReferences(
  texts: readonly string[],
  seriesPrefixes: ReadonlySet<string>,
): readonly ReferenceCandidate[] {
  const series = [...seriesPrefixes].map((prefix) => ({ prefix, key: referenceKey(prefix) }));
  const found = new Map<string, ReferenceCandidate>();
  for (const text of texts) {
    const normalised = normaliseText(text.slice(0, TEXT_LENGTH_MAX));
    const tokens = [...normalised.matchAll(/[A-Z0-9]+/g)];
    for (const [index, first] of tokens.entries()) {
      const window: string[] = [];
      for (const token of tokens.slice(index, index + WINDOW_TOKENS_MAX)) {
        window.push(token[0]);
        const written = normalised.slice(first.index, token.index + token[0].length);
        for (const key of keysOf(window, series)) {
          if (!found.has(key)) found.set(key, { key, written });
        }
      }
    }
  }
  return [...found.values()];
}

type Series = Readonly<{ prefix: string; key: string }>;

function keysOf(window: readonly string[], series: readonly Series[]): readonly string[] {
  const glued = window.join('');
  if (/^\d+$/.test(glued)) return paymentReferences(window, glued);
  return series.flatMap(({ prefix, key }) => {
    const rest = glued.startsWith(key) ? glued.slice(key.length) : '';
    return /^\d{2,13}$/.test(rest) ? documentNumbers(prefix, rest) : [];
  });
}

function paymentReferences(window: readonly string[], glued: string): readonly string[] {
  const isPrinted =
    window.length === PRINTED_GROUPS.length &&
    window.every((group, index) => group.length <= (PRINTED_GROUPS[index] ?? 0));
  const padded = window.map((group, index) => group.padStart(PRINTED_GROUPS[index] ?? 0, '0'));
  return [glued, ...(isPrinted ? [padded.join('')] : [])].filter((one) => isValidReference(one));
}

function documentNumbers(prefix: string, rest: string): readonly string[] {
  const sequence = rest.slice(0, -1).replace(/^0+/, '').padStart(SEQUENCE_LENGTH_MIN, '0');
  const number = `${prefix}/${sequence}-${rest.slice(-1)}`;
  return parseDocumentNumber(number) === undefined ? [] : [referenceKey(number)];
}
