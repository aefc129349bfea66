import { FileFault } from './file-fault.js';
import { CHUNK_BYTES } from './limits.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15';

/**
 * Names that XML declarations carry. ISO-8859-1 and ASCII are read as windows-1252, their superset,
 * as every browser does. A declared UTF-16 in a single-byte file is a leftover of a program that
 * converted the file to UTF-8.
 */
const DECLARED: ReadonlyMap<string, Encoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['utf-16', 'utf-8'],
  ['us-ascii', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
]);

const XML_DECLARATION = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[^"']{1,40})["']/;
const DECLARATION_BYTES_MAX = 256;

/**
 * The encoding by byte order mark, then by the pattern of zero bytes, then by the XML declaration;
 * UTF-8 otherwise, as the XML standard says (appendix F).
 *
 * @throws FileFault `STATEMENT_ENCODING` for a declared encoding that is not read.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const marked = encodingByMark(bytes);
  if (marked !== undefined) return marked;
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES_MAX)).toString('latin1');
  const name = XML_DECLARATION.exec(head)?.groups?.['name'];
  if (name === undefined) return 'utf-8';
  const declared = DECLARED.get(name.toLowerCase());
  if (declared === undefined) {
    throw new FileFault({
      code: 'STATEMENT_ENCODING',
      place: 'line 1',
      detail: 'The file declares an encoding that is not read; UTF-8, UTF-16 and ISO-8859-1 are.',
    });
  }
  return declared;
}

/**
 * Decodes piece by piece, without the byte order mark.
 *
 * @throws FileFault `STATEMENT_ENCODING` for bytes that are no text in this encoding,
 * `STATEMENT_TRUNCATED` when the file ends inside a character.
 */
export function* decodeInChunks(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES);
    yield decoded(() => decoder.decode(chunk, { stream: true }), {
      code: 'STATEMENT_ENCODING',
      place: `byte ${start} to ${start + chunk.length}`,
      detail: `The file holds bytes that are no ${encoding} text.`,
    });
  }
  yield decoded(() => decoder.decode(), {
    code: 'STATEMENT_TRUNCATED',
    place: `byte ${bytes.length}`,
    detail: 'The file ends in the middle of a character.',
  });
}

/** Decodes the whole text, for formats without a declaration, trying the encodings in the given order. */
export function decodeWhole(bytes: Uint8Array, encodings: readonly Encoding[]): string | undefined {
  const marked = encodingByMark(bytes);
  for (const encoding of marked === undefined ? encodings : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding; try the next one.
    }
  }
  return undefined;
}

function decoded(decode: () => string, fault: ConstructorParameters<typeof FileFault>[0]): string {
  try {
    return decode();
  } catch {
    throw new FileFault(fault);
  }
}

export function encodingByMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0x00) return 'utf-16le';
  if (first === 0x00 && second === 0x3c) return 'utf-16be';
  return undefined;
}
