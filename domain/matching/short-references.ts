import { parseDocumentNumber } from '../invoice/document-number.js';
import { isValidReference } from '../invoice/payment-reference.js';
import { normaliseText } from '../statement/text.js';
import type { ReferenceCandidate } from './extract-references.js';
import { referenceKey } from './reference-key.js';

/** The beginning of a number that the bank cut off at the end of a text: `stem` is the key as far as it goes. */
export type CutReference = Readonly<{ stem: string; written: string }>;

export type ShortReferences = Readonly<{
  /** Written with all digits of the sequence and a check digit that holds, only without the series. */
  listed: readonly ReferenceCandidate[];
  /** Digits were added to them: those of the number before, those of a range, or the check digit. */
  completed: readonly ReferenceCandidate[];
  cut: readonly CutReference[];
}>;

/** As far as `extractReferences` searches. */
const TEXT_LENGTH_MAX = 2_000;

/** A longer range is no list of invoices that somebody pays at once, but a mistake. */
const RANGE_LENGTH_MAX = 24;

/** Nobody writes more numbers after one series. */
const LIST_LENGTH_MAX = 40;

const SEQUENCE_LENGTH_MIN = 6;

/** A reference has thirteen digits; fewer than six of them are anybody's number. */
const CUT_REFERENCE_LENGTH_MIN = 6;

const RANGE_JOINTS: ReadonlySet<string> = new Set(
  '- .. ... S/D SD S.D S.D. SAMPAI TO UNTIL'.split(' '),
);

/** The next number of a list: what joins it to the one before, its digits, its check digit. */
const NEXT =
  /(?<joint> ?(?:,|;|\/|&|\+|DAN\b|AND\b|S\/D|S\.D\.?|SD\b|SAMPAI\b|UNTIL\b|TO\b|\.{2,3}|-)? ?)(?<digits>\d{1,13})(?:-(?<check>\d))?(?![0-9A-Z])/y;

/** The first number of a list, behind its series. */
const FIRST = /(?<digits>\d{1,13})(?:[-. ](?<check>\d))?(?![0-9A-Z])/y;

/**
 * Finds the numbers of ours that stand in a list behind one series (`INV/JKT/2026/000123-9, 000124-7`), in short
 * (`.../000123-9/24/25`), as a range (`000123-9 s/d 000127-1`), without their check digit, or cut off by the bank.
 * `seriesPrefixes` are the number series, such as `INV/JKT/2026`. What is `completed` or `cut` says nothing alone: the
 * caller looks only among the open items of a customer, and only where the amount fits.
 */
export function readShortReferences(
  texts: readonly string[],
  seriesPrefixes: ReadonlySet<string>,
): ShortReferences {
  const found = {
    listed: new Map<string, ReferenceCandidate>(),
    completed: new Map<string, ReferenceCandidate>(),
    cut: new Map<string, CutReference>(),
  };
  const add = (kind: 'listed' | 'completed', key: string, written: string): void => {
    if (!found[kind].has(key)) found[kind].set(key, { key, written });
  };
  for (const text of texts) {
    const normalised = normaliseText(text.slice(0, TEXT_LENGTH_MAX));
    for (const prefix of seriesPrefixes) {
      for (const piece of piecesBehind(prefix, normalised)) {
        if (piece.kind === 'cut') found.cut.set(piece.key, { stem: piece.key, ...piece });
        else add(piece.kind, piece.key, piece.written);
      }
    }
    for (const { key, written } of shortPaymentReferences(normalised))
      add('completed', key, written);
    const cut = /(?<![0-9A-Z])[1-9]\d*$/.exec(normalised)?.[0] ?? '';
    if (cut.length >= CUT_REFERENCE_LENGTH_MIN && cut.length < 13) {
      found.cut.set(cut, { stem: cut, written: cut });
    }
  }
  for (const key of found.listed.keys()) found.completed.delete(key);
  return {
    listed: [...found.listed.values()],
    completed: [...found.completed.values()],
    cut: [...found.cut.values()].map(({ stem, written }) => ({ stem, written })),
  };
}

type Piece = Readonly<{ kind: 'listed' | 'completed' | 'cut'; key: string; written: string }>;

function* piecesBehind(prefix: string, text: string): Generator<Piece> {
  const groups = prefix.toUpperCase().split('/');
  if (!groups.every((group) => text.includes(group))) return;
  const head = new RegExp(
    `(?<![0-9A-Z])${groups.map(escaped).join('[-/._ ]{0,3}')}[-/._ ]{0,3}`,
    'g',
  );
  for (const match of text.matchAll(head)) {
    const start = match.index + match[0].length;
    FIRST.lastIndex = start;
    const first = FIRST.exec(text)?.groups;
    if (first === undefined) continue;
    yield* readList({ prefix, text, at: FIRST.lastIndex, first });
  }
}

function escaped(group: string): string {
  return group.replaceAll(/[^0-9A-Z]/g, String.raw`\$&`);
}

type Groups = Readonly<Record<string, string | undefined>>;
type List = Readonly<{ prefix: string; text: string; at: number; first: Groups }>;

function* readList({ prefix, text, at, first }: List): Generator<Piece> {
  const head = numberOf(prefix, first, undefined);
  if (head === undefined) return;
  // What has its check digit is found by `extractReferences`; without one, it is completed.
  if (!head.isChecked) yield* incomplete(prefix, head, at === text.length);
  let before = head;
  NEXT.lastIndex = at;
  for (let place = 0; place < LIST_LENGTH_MAX; place += 1) {
    const groups = NEXT.exec(text)?.groups;
    if (groups === undefined) return;
    const end = NEXT.lastIndex;
    const joint = (groups['joint'] ?? '').trim();
    const next = numberOf(prefix, groups, before.sequence);
    if (next === undefined || (joint === '' && !next.isFull)) return;
    if (RANGE_JOINTS.has(joint)) yield* insideRange(prefix, before, next);
    if (next.isFull) yield { kind: 'listed', key: next.key, written: next.written };
    else yield* incomplete(prefix, next, end === text.length);
    before = next;
    NEXT.lastIndex = end;
  }
}

type ReadNumber = Readonly<{
  sequence: string;
  key: string;
  written: string;
  /** The check digit was written, and holds. */
  isChecked: boolean;
  /** All digits of the sequence were written as well. */
  isFull: boolean;
}>;

/** Undefined when a written check digit does not hold, or the digits are no sequence. */
function numberOf(
  prefix: string,
  { digits = '', check }: Groups,
  before: string | undefined,
): ReadNumber | undefined {
  const written = check === undefined ? digits : `${digits}-${check}`;
  const read = (sequence: string, digit: string): ReadNumber | undefined => {
    const full = sequenceAfter(sequence, before);
    const number = `${prefix.toUpperCase()}/${full}-${digit}`;
    if (full === undefined || parseDocumentNumber(number) === undefined) return undefined;
    const isFull = sequence.length >= SEQUENCE_LENGTH_MIN;
    return { sequence: full, key: referenceKey(number), written, isChecked: true, isFull };
  };
  if (check !== undefined) return read(digits, check);
  const glued =
    digits.length > SEQUENCE_LENGTH_MIN ? read(digits.slice(0, -1), digits.slice(-1)) : undefined;
  if (glued !== undefined) return glued;
  const sequence = sequenceAfter(digits, before);
  if (sequence === undefined) return undefined;
  const key = checkedKey(prefix, sequence);
  return key === undefined
    ? undefined
    : { sequence, key, written, isChecked: false, isFull: false };
}

/** `24` after `000123` is `000124`; at the beginning of a list, zeros were left out. */
function sequenceAfter(digits: string, before: string | undefined): string | undefined {
  if (digits.length > 12) return undefined;
  const padded = digits.padStart(SEQUENCE_LENGTH_MIN, '0');
  if (before === undefined || digits.length >= before.length) return padded;
  return before.slice(0, before.length - digits.length) + digits;
}

/** The number of a sequence with the one check digit that holds. */
function checkedKey(prefix: string, sequence: string): string | undefined {
  const number = '0123456789'
    .split('')
    .map((digit) => `${prefix.toUpperCase()}/${sequence}-${digit}`)
    .find((one) => parseDocumentNumber(one) !== undefined);
  return number === undefined ? undefined : referenceKey(number);
}

function* incomplete(prefix: string, number: ReadNumber, isLast: boolean): Generator<Piece> {
  const { key, written } = number;
  yield { kind: 'completed', key, written };
  if (isLast && !number.isChecked) {
    yield { kind: 'cut', key: referenceKey(prefix) + written, written };
  }
}

function* insideRange(prefix: string, from: ReadNumber, to: ReadNumber): Generator<Piece> {
  const [first, last] = [BigInt(from.sequence), BigInt(to.sequence)];
  if (last <= first || last - first >= BigInt(RANGE_LENGTH_MAX)) return;
  for (let sequence = first + 1n; sequence < last; sequence += 1n) {
    const key = checkedKey(prefix, sequence.toString().padStart(SEQUENCE_LENGTH_MIN, '0'));
    if (key !== undefined) {
      yield { kind: 'completed', key, written: `${from.written} - ${to.written}` };
    }
  }
}

/** `2601000001239/1247`: the last digits of the next reference, with its check digit. */
function* shortPaymentReferences(text: string): Generator<ReferenceCandidate> {
  for (const match of text.matchAll(/(?<!\d)\d{13}(?:[,/&+; ]{1,3}\d{2,9}(?![0-9A-Z]))+/g)) {
    const [first = '', ...rest] = match[0].split(/[,/&+; ]+/);
    if (!isValidReference(first)) continue;
    for (const written of rest) {
      const key = first.slice(0, first.length - written.length) + written;
      if (isValidReference(key)) yield { key, written };
    }
  }
}
