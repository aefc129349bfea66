import { isValidReference } from '../invoice/payment-reference.js';
import { normaliseText } from '../statement/text.js';
import { REFERENCE_LENGTH_MAX, REFERENCE_LENGTH_MIN, referenceKey } from './reference-key.js';

/** A piece of text that may be a reference of ours: `key` to look it up, `written` to show. */
export type ReferenceCandidate = Readonly<{ key: string; written: string }>;

/** A run of letters and digits. `gap` is what stands between it and the run before it. */
type Token = Readonly<{ text: string; start: number; end: number; gap: Gap }>;
type Gap = 'none' | 'separator' | 'blank' | 'break';

/** `INV / JKT / 2026 / 000123 - 7` has five; a printed payment reference has four groups. */
const WINDOW_TOKENS_MAX = 6;

/** A remittance text holds a few hundred characters; what is longer is cut before it is searched. */
const TEXT_LENGTH_MAX = 2_000;

const PRINTED_GROUP_LENGTH = 4;

/**
 * Finds everything in a payment's texts that may be one of our numbers, without duplicates, in the order of the text.
 * Separators inside a word are dropped. Words are joined over blanks only where our numbers are known to be written
 * that way: after the letters of a series (`INV JKT 2026 000123 7`), and in the groups of four in which payment
 * references are printed. Digits of different words are never glued together otherwise: two order numbers side by side
 * would become somebody's reference.
 *
 * `seriesHeads` are the first groups of the number series, such as `INV`.
 */
export function extractReferences(
  texts: readonly string[],
  seriesHeads: ReadonlySet<string>,
): readonly ReferenceCandidate[] {
  const found = new Map<string, ReferenceCandidate>();
  for (const text of texts) {
    const normalised = normaliseText(text.slice(0, TEXT_LENGTH_MAX));
    for (const candidate of candidatesIn(normalised, seriesHeads)) {
      if (!found.has(candidate.key)) found.set(candidate.key, candidate);
    }
  }
  return [...found.values()];
}

function* candidatesIn(
  text: string,
  seriesHeads: ReadonlySet<string>,
): Generator<ReferenceCandidate> {
  const tokens = tokensOf(text);
  for (const [index, first] of tokens.entries()) {
    yield* insideToken(first, seriesHeads);
    const window: Token[] = [];
    for (const token of tokens.slice(index, index + WINDOW_TOKENS_MAX)) {
      if (window.length > 0 && !mayJoin(window, token, seriesHeads)) break;
      window.push(token);
      const written = text.slice(first.start, token.end);
      const key = referenceKey(written);
      if (key.length > REFERENCE_LENGTH_MAX) break;
      if (isCandidate(key) && isAllowedWindow(window, key, seriesHeads)) yield { key, written };
    }
  }
}

/** References that a bank glued to other text: `REF2601000001239`, `INVJKT20260001237PTMAJU`. */
function* insideToken(
  { text }: Token,
  seriesHeads: ReadonlySet<string>,
): Generator<ReferenceCandidate> {
  for (const [digits] of text.matchAll(/(?<!\d)\d{13}(?!\d)/g)) {
    if (digits.length < text.length && isValidReference(digits)) {
      yield { key: digits, written: digits };
    }
  }
  for (const head of seriesHeads) {
    const start = text.indexOf(head);
    const glued = start === -1 ? undefined : /^[A-Z0-9]*?\d{7,}(?!\d)/.exec(text.slice(start))?.[0];
    if (glued !== undefined && glued.length < text.length) yield { key: glued, written: glued };
  }
}

function mayJoin(window: readonly Token[], next: Token, seriesHeads: ReadonlySet<string>): boolean {
  if (next.gap === 'break') return false;
  if (next.gap !== 'blank') return true;
  return beginsSeries(window, seriesHeads) || window.every(({ text }) => isPrintedGroup(text));
}

/** Joins over blanks only a series, or complete printed groups with a valid check digit. */
function isAllowedWindow(
  window: readonly Token[],
  key: string,
  seriesHeads: ReadonlySet<string>,
): boolean {
  const crossesBlank = window.slice(1).some(({ gap }) => gap === 'blank');
  return !crossesBlank || beginsSeries(window, seriesHeads) || isValidReference(key);
}

function beginsSeries([first]: readonly Token[], seriesHeads: ReadonlySet<string>): boolean {
  return first !== undefined && seriesHeads.has(first.text);
}

function isPrintedGroup(text: string): boolean {
  return text.length === PRINTED_GROUP_LENGTH && /^\d+$/.test(text);
}

function isCandidate(key: string): boolean {
  return key.length >= REFERENCE_LENGTH_MIN && /\d/.test(key);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[A-Z0-9]+/g)) {
    const start = match.index;
    const previous = tokens.at(-1);
    const between = previous === undefined ? '' : text.slice(previous.end, start);
    tokens.push({ text: match[0], start, end: start + match[0].length, gap: gapOf(between) });
  }
  return tokens;
}

/** `/`, `-`, `.` and the like join; blanks may join; commas, brackets and all others separate. */
function gapOf(between: string): Gap {
  if (between === '') return 'none';
  if (/^[-/._:#']{1,2}$/.test(between)) return 'separator';
  return /^ ?[-/._:#']? ?$/.test(between) ? 'blank' : 'break';
}
