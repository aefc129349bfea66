import { ROW_LENGTH_MAX, ROW_LINES_MAX } from './limits.js';

/** The text of one record, or a line that is none: too long, or its quote never closes. */
export type TextRecord = Readonly<{ line: number; text: string; kind: 'record' | 'long' | 'open' }>;

/**
 * Splits a text into records at line ends outside of quotes. Holds at most one record: after a line that is too long,
 * or whose quote does not close, it goes on with the next line, so that the good rows around it are kept.
 */
export async function* splitRecords(pieces: AsyncIterable<string>): AsyncGenerator<TextRecord> {
  let open: Line[] = [];
  for await (const line of splitLines(pieces)) {
    open.push(line);
    for (;;) {
      const taken = take(open);
      if (taken === undefined) break;
      yield* taken.records;
      open = taken.rest;
    }
  }
  while (open.length > 0) {
    const taken = take(open) ?? giveUp(open);
    yield* taken.records;
    open = taken.rest;
  }
}

type Line = Readonly<{ line: number; text: string; isLong: boolean }>;
type Taken = Readonly<{ records: TextRecord[]; rest: Line[] }>;

/** What the open lines make up; undefined while the next line may close the quote. */
function take(open: readonly Line[]): Taken | undefined {
  const [first] = open;
  if (first === undefined) return undefined;
  if (first.isLong) return { records: [broken(first, 'long')], rest: open.slice(1) };
  let inQuotes = false;
  let length = 0;
  for (const [index, line] of open.entries()) {
    inQuotes = endsInQuotes(line.text, inQuotes);
    length += line.text.length;
    if (line.isLong || length > ROW_LENGTH_MAX || index >= ROW_LINES_MAX) return giveUp(open);
    if (!inQuotes) {
      const lines = open.slice(0, index + 1);
      const text = lines.map((one) => one.text).join('\n');
      const records: TextRecord[] =
        text.trim() === '' ? [] : [{ line: first.line, text, kind: 'record' }];
      return { records, rest: open.slice(index + 1) };
    }
  }
  return undefined;
}

function giveUp(open: readonly Line[]): Taken {
  const [first] = open;
  return { records: first === undefined ? [] : [broken(first, 'open')], rest: open.slice(1) };
}

/** What is shown of a line that is no row. */
const SHOWN_LENGTH = 200;

function broken({ line, text }: Line, kind: 'long' | 'open'): TextRecord {
  return { line, kind, text: text.slice(0, SHOWN_LENGTH) };
}

/** Physical lines; what is longer than a row may be is cut, not kept. */
async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let [line, rest, isLong] = [0, '', false];
  const ended = (text: string): Line => {
    line += 1;
    const bare = text.endsWith('\r') ? text.slice(0, -1) : text;
    return { line, text: bare, isLong };
  };
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      isLong ||= text.length > ROW_LENGTH_MAX;
      yield ended(isLong ? text.slice(0, SHOWN_LENGTH) : text);
      isLong = false;
    }
    if (rest.length > ROW_LENGTH_MAX) [rest, isLong] = [rest.slice(0, SHOWN_LENGTH), true];
  }
  if (rest !== '' || isLong) yield ended(rest);
}

/** Signs before a quote that begins a cell; any other quote is a sign of its own, as in `Pipa 3"`. */
const BEFORE_CELL = new Set([undefined, ',', ';', '\t', '|']);

function endsInQuotes(text: string, fromBefore: boolean): boolean {
  let inQuotes = fromBefore;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    if (!inQuotes) inQuotes = BEFORE_CELL.has(text[at - 1]);
    else if (text[at + 1] === '"') at += 1;
    else inQuotes = false;
  }
  return inQuotes;
}
