import { Refusal } from '../../../domain/refusal.js';
import type { FileBytes } from './file-row.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes by which UTF-16 without a byte order mark is recognised. */
const HEAD_BYTES = 1_024;

/**
 * The encoding by byte order mark, then by the pattern of zero bytes; otherwise UTF-8 when the whole file is, and
 * windows-1252, which spreadsheets of Windows write, when it is not.
 */
export async function detectTextEncoding(bytes: FileBytes): Promise<TextEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const piece of bytes()) {
      const marked = isFirst ? encodingOfHead(piece) : undefined;
      if (marked !== undefined) return marked;
      isFirst = false;
      decoder.decode(piece, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function encodingOfHead(piece: Uint8Array): TextEncoding | undefined {
  const [first, second, third] = piece;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = piece.subarray(0, HEAD_BYTES);
  const zerosAt = (parity: number) =>
    head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const many = head.length / 4;
  if (zerosAt(1) > many) return 'utf-16le';
  if (zerosAt(0) > many) return 'utf-16be';
  return undefined;
}

/**
 * The text piece by piece, without the byte order mark.
 *
 * @throws Refusal `IMPORT_ENCODING` for bytes that are no text in this encoding, and a file that ends inside a character
 */
export async function* decodeText(
  bytes: FileBytes,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let at = 0;
  for await (const piece of bytes()) {
    yield decoded(
      () => decoder.decode(piece, { stream: true }),
      `byte ${at} to ${at + piece.length}`,
    );
    at += piece.length;
  }
  yield decoded(() => decoder.decode(), `byte ${at}`);
}

function decoded(decode: () => string, place: string): string {
  try {
    return decode();
  } catch {
    const detail = 'The file holds bytes that are no text, or ends in the middle of a character.';
    throw new Refusal({ code: 'IMPORT_ENCODING', param: place, detail });
  }
}
