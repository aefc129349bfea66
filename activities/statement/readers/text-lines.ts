import { decodeInChunks, encodingByMark } from './decode.js';
import { FIELD_LENGTH_MAX } from './limits.js';

/** One physical line; `isCut` when it was longer than any text of a bank. */
export type TextLine = Readonly<{ text: string; fileLine: number; isCut: boolean }>;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Longer lines are cut: nothing of a bank is as long, and one line must not fill the memory. */
const LINE_BYTES_MAX = FIELD_LENGTH_MAX;

/**
 * The lines of a text file that does not declare its encoding, one by one; they end with LF, CR LF or CR.
 *
 * @throws FileFault `STATEMENT_ENCODING`, `STATEMENT_TRUNCATED` for UTF-16 that is none.
 */
export function* textLines(bytes: Uint8Array): Generator<TextLine> {
  const content = singleBytes(bytes);
  let start = 0;
  let fileLine = 1;
  for (let at = 0; at <= content.length; at += 1) {
    const byte = content[at];
    if (byte !== undefined && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) continue;
    const isCut = at - start > LINE_BYTES_MAX;
    const end = isCut ? start + LINE_BYTES_MAX : at;
    if (at < content.length || at > start) {
      yield { text: decodeText(content.subarray(start, end)), fileLine, isCut };
    }
    if (byte === CARRIAGE_RETURN && content[at + 1] === LINE_FEED) at += 1;
    start = at + 1;
    fileLine += 1;
  }
}

/** UTF-16 becomes UTF-8, and a byte order mark is left out, so that separators are single bytes. */
export function singleBytes(bytes: Uint8Array): Buffer {
  const encoding = encodingByMark(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return Buffer.concat([...decodeInChunks(bytes, encoding)].map((piece) => Buffer.from(piece)));
  }
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return encoding === 'utf-8' ? content.subarray(UTF8_MARK_LENGTH) : content;
}

const UTF8_MARK_LENGTH = 3;

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const WINDOWS = new TextDecoder('windows-1252');

/** Whether a byte above ASCII is in a text of one character per byte. */
const ABOVE_ASCII = /[\u0080-\u00ff]/;

/** A piece of text in UTF-8, else windows-1252: files that were put together hold both. */
export function decodeText(bytes: Buffer): string {
  const plain = bytes.toString('latin1');
  if (!ABOVE_ASCII.test(plain)) return plain;
  try {
    return UTF8.decode(bytes);
  } catch {
    return WINDOWS.decode(bytes);
  }
}
