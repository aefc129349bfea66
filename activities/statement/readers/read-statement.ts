import { KNOWN_BANKS } from '../../../domain/bank-csv/banks.js';
import { BANK_NUSA_CONTOH } from '../../../domain/statement/bank-nusa-contoh.js';
import type { CsvProfile } from '../../../domain/statement/csv-profile.js';
import type { ReadStatementResult } from '../../../domain/statement/statement.js';
import { decodeInChunks, detectEncoding } from './decode.js';
import { nameFormat } from '../../../domain/statement/name-format.js';
import { FileFault } from './file-fault.js';
import { CHUNK_BYTES, FILE_BYTES_MAX } from './limits.js';
import type { OwnAccountOf } from './own-account.js';
import { inspectProlog } from './prolog.js';
import { readBai2 } from './read-bai2.js';
import { DOCTYPE_DETAIL, readCamt } from './read-camt.js';
import { csvHeads, readCsv } from './read-csv.js';
import { readOfx } from './read-ofx.js';
import { readQif } from './read-qif.js';
import { readSwift } from './read-swift.js';
import { unknownBank } from './unknown-bank.js';

export type ReadStatementOptions = Readonly<{
  profiles?: readonly CsvProfile[];
  ownAccountOf?: OwnAccountOf;
  /** Number of the account that the sender named; QIF names none. */
  namedAccount?: string | undefined;
}>;

/** Profiles of known banks, for their CSV and their workbooks. */
export const BANK_PROFILES: readonly CsvProfile[] = [BANK_NUSA_CONTOH, ...KNOWN_BANKS];

/**
 * Reads a bank statement of any known format, detected from its bytes and never from its name: camt.052, 053 and 054,
 * MT940, MT942, MT950, OFX, BAI2, QIF, or the CSV of a profile. Never throws for the content of a file: a file that cannot be read as a whole is
 * `refused` with a code and place; unreadable parts are listed in `refused` beside the statements.
 */
export function readStatement(
  bytes: Uint8Array,
  {
    profiles = BANK_PROFILES,
    ownAccountOf = () => undefined,
    namedAccount,
  }: ReadStatementOptions = {},
): ReadStatementResult {
  try {
    return readKnown(bytes, { profiles, ownAccountOf, namedAccount });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { code, place } = error;
    const name = UNKNOWN_AS.includes(code) ? nameFormat(headOf(bytes)) : undefined;
    if (name === undefined || READERS.has(name) || name === QIF) {
      return { kind: 'refused', code, detail: error.detail, place };
    }
    const detail = `This is ${name}; not readable yet. ${READABLE}`;
    return { kind: 'refused', code: 'STATEMENT_FORMAT_UNKNOWN', detail, place };
  }
}

function readKnown(
  bytes: Uint8Array,
  options: Required<ReadStatementOptions>,
): ReadStatementResult {
  const { ownAccountOf, namedAccount } = options;
  if (bytes.length > FILE_BYTES_MAX) {
    const detail = `The file is larger than ${FILE_BYTES_MAX} bytes.`;
    throw new FileFault({ code: 'STATEMENT_TOO_LARGE', place: `byte ${FILE_BYTES_MAX}`, detail });
  }
  const name = nameFormat(headOf(bytes));
  if (looksLikeXml(bytes) && name !== OFX) return readXml(bytes, ownAccountOf);
  if (name === QIF) return readQif(bytes, ownAccountOf, namedAccount);
  const read = READERS.get(name ?? '');
  return read === undefined ? readText(bytes, options) : read(bytes, ownAccountOf);
}

/** OFX 2 is XML, and OFX 1 begins like it when its header is missing. */
const OFX = 'OFX';
const QIF = 'QIF';

/** Readers of files that are no camt, by the name of what their beginning looks like. */
const READERS: ReadonlyMap<
  string,
  (bytes: Uint8Array, ownAccountOf: OwnAccountOf) => ReadStatementResult
> = new Map([
  ['MT940', readSwift],
  ['MT942', readSwift],
  ['MT950', readSwift],
  [OFX, readOfx],
  ['BAI2', readBai2],
]);

function readXml(bytes: Uint8Array, ownAccountOf: OwnAccountOf): ReadStatementResult {
  const encoding = detectEncoding(bytes);
  const [head = ''] = decodeInChunks(bytes, encoding);
  const prolog = inspectProlog(head);
  if (prolog === 'doctype') {
    throw new FileFault({ code: 'STATEMENT_DOCTYPE', place: 'line 1', detail: DOCTYPE_DETAIL });
  }
  if (prolog === 'not-xml') throw unknownFormat('The file begins like XML and is not.');
  if (prolog === 'incomplete' && bytes.length > CHUNK_BYTES) {
    throw unknownFormat('No element was found at the beginning of the file.');
  }
  return readCamt(withoutLeadingBlanks(decodeInChunks(bytes, encoding)), {
    byteLength: bytes.length,
    zoneOf: (accountId) => ownAccountOf(accountId)?.zone,
  });
}

function readText(bytes: Uint8Array, options: Required<ReadStatementOptions>): ReadStatementResult {
  if (bytes.length === 0) throw unknownFormat('The file is empty.');
  const { profiles, ...context } = options;
  const read = readCsv(bytes, profiles, context);
  if (read !== undefined) return read;
  const heads = csvHeads(bytes).map(({ rows }) => rows);
  throw unknownBank(heads) ?? unknownFormat(`Nobody knows this format. ${READABLE}`);
}

/**
 * The name of an unsupported format that the file looks like; a web page is recognised by its
 * document type.
 */
const UNKNOWN_AS: readonly string[] = ['STATEMENT_FORMAT_UNKNOWN', 'STATEMENT_DOCTYPE'];

const READABLE =
  'What is read: camt.052, camt.053, camt.054, MT940, MT942, MT950, OFX, BAI2, QIF and the CSV or Excel file of a known bank.';

/** Enough bytes to recognise any format. */
const HEAD_BYTES = 4 * 1024;

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1').replaceAll('\0', '');
}

/** The first character that is no blank; byte order marks and the zero bytes of UTF-16 are skipped. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const passedOver = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);
  const first = bytes.subarray(0, CHUNK_BYTES).find((byte) => !passedOver.has(byte));
  return first === LESS_THAN;
}

const LESS_THAN = 0x3c;

/** Some banks begin with an empty line, which XML forbids before a declaration. */
function* withoutLeadingBlanks(pieces: Iterable<string>): Generator<string> {
  let hasBegun = false;
  for (const piece of pieces) {
    const rest: string = hasBegun ? piece : piece.trimStart();
    hasBegun ||= rest !== '';
    if (rest !== '') yield rest;
  }
}

function unknownFormat(detail: string): FileFault {
  return new FileFault({ code: 'STATEMENT_FORMAT_UNKNOWN', place: 'byte 0', detail });
}
