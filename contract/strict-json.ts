import { Refusal } from '../domain/refusal.js';

export type Json = string | number | boolean | null | JsonArray | JsonObject;
export type JsonArray = readonly Json[];
export type JsonObject = Readonly<{ [name: string]: Json }>;

/** Deeper than any of our documents; a body of 100,000 brackets must not exhaust the stack. */
const DEPTH_MAX = 32;

const WHITESPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A run of string content without escape, quote or control character. */
// oxlint-disable-next-line no-control-regex -- JSON forbids them inside a text
const PLAIN_RUN = /[^"\\\u0000-\u001f]*/y;
/** Characters that PostgreSQL and printers cannot hold: NUL and lone surrogates. */
// oxlint-disable-next-line no-control-regex -- NUL is what it looks for
const NOT_TEXT = /[\u0000\p{Cs}]/u;
const FOUR_HEX_DIGITS = /[\da-fA-F]{4}/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads JSON (RFC 8259) as `JSON.parse` does, but refuses what other readers would understand differently or
 * what the books cannot hold: a name twice in one object, the name `__proto__`, numbers beyond the exact
 * range of a double, NUL and lone surrogates in texts, more than 32 levels.
 *
 * Each entry of the top-level array `entriesApart` is read by itself: one that cannot be read becomes an
 * `UnreadableEntry`, the others are read normally.
 *
 * @throws Refusal `JSON_MALFORMED`; its `param` is the character at which reading stopped (`at 17`).
 */
export function parseStrictJson(source: string, entriesApart?: string): Json {
  const reader: Reader = { source, position: 0, entriesApart };
  skipWhitespace(reader);
  const value = readValue(reader, 1);
  skipWhitespace(reader);
  if (reader.position < source.length) throw malformed(reader, 'something follows the JSON value');
  return value;
}

/** An entry of a batch as it was sent, and why it cannot be read. */
export class UnreadableEntry {
  readonly source: string;
  readonly refusal: Refusal;

  constructor(source: string, refusal: Refusal) {
    this.source = source;
    this.refusal = refusal;
  }
}

type Reader = {
  readonly source: string;
  position: number;
  readonly entriesApart: string | undefined;
};

function readValue(reader: Reader, depth: number): Json {
  if (depth > DEPTH_MAX) throw malformed(reader, `it is nested deeper than ${DEPTH_MAX} levels`);
  switch (reader.source[reader.position]) {
    case '{':
      return readObject(reader, depth);
    case '[':
      return readArray(reader, () => readValue(reader, depth + 1));
    case '"':
      return readString(reader);
    case 't':
      return readWord(reader, 'true', true);
    case 'f':
      return readWord(reader, 'false', false);
    case 'n':
      return readWord(reader, 'null', null);
    default:
      return readNumber(reader);
  }
}

function readObject(reader: Reader, depth: number): JsonObject {
  const result: { [name: string]: Json } = {};
  reader.position += 1;
  skipWhitespace(reader);
  if (takes(reader, '}')) return result;
  for (;;) {
    const nameAt = reader.position;
    if (reader.source[nameAt] !== '"') throw malformed(reader, 'a name in quotes is expected');
    const name = readString(reader);
    if (name === '__proto__' || Object.hasOwn(result, name)) {
      reader.position = nameAt;
      throw malformed(reader, 'this name is not allowed here or stands here twice');
    }
    skipWhitespace(reader);
    if (!takes(reader, ':')) throw malformed(reader, 'a colon is expected');
    skipWhitespace(reader);
    const isBatch = depth === 1 && name === reader.entriesApart;
    result[name] =
      isBatch && reader.source[reader.position] === '['
        ? readArray(reader, () => readEntry(reader, depth + 2))
        : readValue(reader, depth + 1);
    skipWhitespace(reader);
    if (takes(reader, '}')) return result;
    if (!takes(reader, ',')) throw malformed(reader, 'a comma or a closing brace is expected');
    skipWhitespace(reader);
  }
}

function readArray(reader: Reader, readOne: () => Json): JsonArray {
  const result: Json[] = [];
  reader.position += 1;
  skipWhitespace(reader);
  if (takes(reader, ']')) return result;
  for (;;) {
    result.push(readOne());
    skipWhitespace(reader);
    if (takes(reader, ']')) return result;
    if (!takes(reader, ',')) throw malformed(reader, 'a comma or a closing bracket is expected');
    skipWhitespace(reader);
  }
}

function readEntry(reader: Reader, depth: number): Json {
  const startsAt = reader.position;
  try {
    return readValue(reader, depth);
  } catch (error) {
    reader.position = startsAt;
    if (!(error instanceof Refusal) || !skipEntry(reader)) throw error;
    const source = reader.source.slice(startsAt, reader.position).trimEnd();
    // Callers that use `entriesApart` must check each entry for this.
    return new UnreadableEntry(source, error) as unknown as Json;
  }
}

/**
 * Skips to the end of an unreadable entry, looking only at brackets and quotes.
 *
 * @returns false when there is no end.
 */
function skipEntry(reader: Reader): boolean {
  let open = 0;
  for (; reader.position < reader.source.length; reader.position += 1) {
    switch (reader.source[reader.position]) {
      case '"':
        skipText(reader);
        break;
      case '[':
      case '{':
        open += 1;
        break;
      case ']':
      case '}':
        if (open === 0) return true;
        open -= 1;
        break;
      case ',':
        if (open === 0) return true;
        break;
      default:
    }
  }
  return false;
}

/** Moves to the closing quote, or to the end of the input. */
function skipText(reader: Reader): void {
  const { source } = reader;
  do {
    reader.position += source[reader.position] === '\\' ? 2 : 1;
  } while (reader.position < source.length && source[reader.position] !== '"');
}

function readString(reader: Reader): string {
  const startsAt = reader.position;
  reader.position += 1;
  let text = '';
  for (;;) {
    text += take(reader, PLAIN_RUN) ?? '';
    const next = reader.source[reader.position];
    if (next === '"') break;
    if (next !== '\\') throw malformed(reader, 'a text ends or breaks off here');
    text += readEscape(reader);
  }
  reader.position += 1;
  if (NOT_TEXT.test(text)) {
    reader.position = startsAt;
    throw malformed(reader, 'the text holds a NUL or half of a surrogate pair');
  }
  return text;
}

function readEscape(reader: Reader): string {
  reader.position += 1;
  const letter = reader.source[reader.position] ?? '';
  const simple = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
  if (simple === undefined && letter !== 'u') throw malformed(reader, 'this escape is not known');
  reader.position += 1;
  if (simple !== undefined) return simple;
  const digits = take(reader, FOUR_HEX_DIGITS);
  if (digits === undefined) throw malformed(reader, 'four hexadecimal digits are expected');
  return String.fromCharCode(Number.parseInt(digits, 16));
}

function readNumber(reader: Reader): number {
  const startsAt = reader.position;
  const digits = take(reader, NUMBER);
  if (digits === undefined || digits === '') throw malformed(reader, 'a JSON value is expected');
  const value = Number(digits);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    reader.position = startsAt;
    throw malformed(reader, 'the number is too large to be exact; amounts are texts');
  }
  return value;
}

function readWord<Value extends Json>(reader: Reader, word: string, value: Value): Value {
  if (!reader.source.startsWith(word, reader.position))
    throw malformed(reader, 'a JSON value is expected');
  reader.position += word.length;
  return value;
}

function skipWhitespace(reader: Reader): void {
  take(reader, WHITESPACE);
}

function takes(reader: Reader, character: string): boolean {
  if (reader.source[reader.position] !== character) return false;
  reader.position += 1;
  return true;
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.position;
  const found = pattern.exec(reader.source)?.[0];
  if (found !== undefined) reader.position += found.length;
  return found;
}

function malformed({ position }: Reader, reason: string): Refusal {
  return new Refusal({
    code: 'JSON_MALFORMED',
    param: `at ${position}`,
    detail: `The body cannot be read at character ${position}: ${reason}.`,
  });
}
