import { joinPages, type SwiftPage } from '../../../domain/bank-formats/join-pages.js';
import type { ReadStatementResult, RefusedPlace } from '../../../domain/statement/statement.js';
import { FileFault } from './file-fault.js';
import { LINES_MAX } from './limits.js';
import type { OwnAccountOf } from './own-account.js';
import { swiftFields, type SwiftField } from './swift-fields.js';
import {
  closeMessage,
  nextPageOf,
  openMessage,
  takeField,
  type OpenMessage,
  type SwiftKind,
} from './swift-message.js';
import { textLines } from './text-lines.js';

/** State of the reading. */
type Reading = {
  readonly ownAccountOf: OwnAccountOf;
  readonly pages: SwiftPage[];
  readonly refused: RefusedPlace[];
  open: OpenMessage | undefined;
  /** Block 4 has begun, and its first field has not come. */
  header: Readonly<{ message: string | undefined }> | undefined;
  kind: SwiftKind | undefined;
  entries: number;
};

/** Fields with which a new page begins, once the one before has its closing balance. */
const BEGIN_TAGS: readonly string[] = ['25', '25P', '28', '28C', '60F', '60M'];

/** Fields that begin no message: the kind of the file (`:940:`), and what banks write behind the end of a message. */
const BESIDE_TAGS: readonly string[] = ['940', '942', 'NS', '86', '64', '65'];

/**
 * Reads MT940, MT942 and MT950 line by line: several messages and pages in one file, with and without the blocks of SWIFT.
 * Memory grows with the lines, not with the file.
 *
 * @throws FileFault `STATEMENT_TRUNCATED`, `STATEMENT_ACCOUNT_MISSING`, `STATEMENT_TOO_LARGE`, `STATEMENT_MALFORMED`
 * (messages of two kinds in one file), `STATEMENT_FORMAT_UNKNOWN`, `STATEMENT_ENCODING`.
 */
export function readSwift(
  bytes: Uint8Array,
  ownAccountOf: OwnAccountOf,
): Extract<ReadStatementResult, { kind: 'read' }> {
  const reading: Reading = {
    ownAccountOf,
    pages: [],
    refused: [],
    open: undefined,
    header: undefined,
    kind: undefined,
    entries: 0,
  };
  for (const part of swiftFields(textLines(bytes))) {
    if (part.kind === 'field') take(reading, part.field);
    else {
      endMessage(reading, part.kind === 'end');
      reading.header = part.kind === 'header' ? part : undefined;
    }
  }
  endMessage(reading, false);
  if (reading.pages.length === 0) {
    const detail = 'The file holds no MT940, MT942 or MT950 message.';
    throw new FileFault({ code: 'STATEMENT_FORMAT_UNKNOWN', place: 'line 1', detail });
  }
  const { refused, kind: format = 'mt940' } = reading;
  return { kind: 'read', format, statements: joinPages(reading.pages), refused };
}

function take(reading: Reading, field: SwiftField): void {
  const { tag, fileLine } = field;
  if (tag === '20') endMessage(reading, false);
  if (reading.open === undefined && BESIDE_TAGS.includes(tag)) return;
  if (tag === '61') countEntry(reading, fileLine);
  const { open } = reading;
  if (open === undefined) reading.open = beginMessage(reading, fileLine);
  else if (open.closing !== undefined && BEGIN_TAGS.includes(tag)) {
    reading.open = nextPageOf(open, fileLine);
    keep(reading, open, true);
  }
  if (reading.open !== undefined) takeField(reading.open, field);
}

function beginMessage(reading: Reading, fileLine: number): OpenMessage {
  const { refused, ownAccountOf, header } = reading;
  reading.header = undefined;
  const kind = KINDS.get(header?.message ?? '') ?? 'mt940';
  const isFramed = header !== undefined;
  return openMessage({ fileLine, refused, ownAccountOf, isFramed, kind });
}

/** Without the blocks of SWIFT, MT950 is an MT940 without texts. */
const KINDS: ReadonlyMap<string, SwiftKind> = new Map([
  ['942', 'mt942'],
  ['950', 'mt950'],
]);

function endMessage(reading: Reading, hasEnd: boolean): void {
  const { open } = reading;
  reading.open = undefined;
  if (open !== undefined) keep(reading, open, hasEnd);
}

/** Reports and statements chain in different ways, and MT950 tells what MT940 tells: one file is of one kind. */
function keep(reading: Reading, message: OpenMessage, hasEnd: boolean): void {
  const page = closeMessage(message, { hasEnd });
  reading.kind ??= message.kind;
  if (reading.kind !== message.kind) {
    const kinds = [reading.kind, message.kind].map((kind) => kind.toUpperCase());
    const detail = `The file holds messages of two kinds: ${kinds.join(' and ')}.`;
    const place = `line ${message.fileLine}`;
    throw new FileFault({ code: 'STATEMENT_MALFORMED', place, detail });
  }
  reading.pages.push(page);
}

function countEntry(reading: Reading, fileLine: number): void {
  reading.entries += 1;
  if (reading.entries <= LINES_MAX) return;
  const detail = `The file has more than ${LINES_MAX} entries.`;
  throw new FileFault({ code: 'STATEMENT_TOO_LARGE', place: `line ${fileLine}`, detail });
}
