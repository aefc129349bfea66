import { FIELD_LENGTH_MAX } from './limits.js';
import { decodeText, singleBytes } from './text-lines.js';

/** One physical record: its code (`16`), what follows the code, and whether its `/` ended it. */
export type PhysicalRecord = Readonly<{
  code: string;
  content: string;
  isTerminated: boolean;
  fileLine: number;
  /** Longer than any bank text, and cut. */
  isCut: boolean;
}>;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SLASH = 0x2f;

/** A record code with its comma; a line without one goes on with the text before it, and its code is empty. */
const RECORD = /^\s*(?<code>\d{2}),/;

const CODES: readonly string[] = ['01', '02', '03', '16', '49', '88', '98', '99'];

/** Records with a text, in which `/16,` may be a part of it. */
const WITH_TEXT: readonly string[] = ['16', '88', ''];

/** Characters before a code, and the code with its comma. */
const CODE_LENGTH_MAX = 8;

/**
 * The records of a BAI2 file, one by one. Several may stand on one line; then the end of one (`/`) and the code of the
 * next follow each other. In a file that has each record on a line of its own, such a sign inside a text is text.
 */
export function* physicalRecords(bytes: Uint8Array): Generator<PhysicalRecord> {
  const content = singleBytes(bytes);
  let isPacked = false;
  let fileLine = 1;
  for (let start = 0; start < content.length;) {
    const lineEnd = endOfLine(content, start);
    for (let at = start; at < lineEnd;) {
      const code = codeAt(content, at, lineEnd) ?? '';
      const split: number =
        WITH_TEXT.includes(code) && !isPacked ? lineEnd : endOfRecord(content, at, lineEnd);
      isPacked ||= split < lineEnd;
      const record = recordOf(content.subarray(at, split), fileLine);
      if (record !== undefined) yield record;
      at = split;
    }
    const isPair = content[lineEnd] === CARRIAGE_RETURN && content[lineEnd + 1] === LINE_FEED;
    start = lineEnd + (isPair ? 2 : 1);
    fileLine += 1;
  }
}

function endOfLine(content: Buffer, from: number): number {
  for (let at = from; at < content.length; at += 1) {
    if (content[at] === LINE_FEED || content[at] === CARRIAGE_RETURN) return at;
  }
  return content.length;
}

/** Behind the `/` that is followed by the code of another record; else the end of the line. */
function endOfRecord(content: Buffer, from: number, lineEnd: number): number {
  let slash = content.indexOf(SLASH, from);
  while (slash !== -1 && slash < lineEnd) {
    const code = codeAt(content, slash + 1, lineEnd);
    if (code !== undefined && CODES.includes(code)) return slash + 1;
    slash = content.indexOf(SLASH, slash + 1);
  }
  return lineEnd;
}

function codeAt(content: Buffer, at: number, lineEnd: number): string | undefined {
  const head = content.toString('latin1', at, Math.min(at + CODE_LENGTH_MAX, lineEnd));
  return RECORD.exec(head)?.groups?.['code'];
}

function recordOf(bytes: Buffer, fileLine: number): PhysicalRecord | undefined {
  const isCut = bytes.length > FIELD_LENGTH_MAX;
  const text = decodeText(bytes.subarray(0, FIELD_LENGTH_MAX)).trimEnd();
  if (text.trim() === '') return undefined;
  const found = RECORD.exec(text);
  const isTerminated = text.endsWith('/');
  const from = found?.[0].length ?? 0;
  const content = text.slice(from, isTerminated ? -1 : undefined);
  return { code: found?.groups?.['code'] ?? '', content, isTerminated, fileLine, isCut };
}
