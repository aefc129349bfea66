import type { PrinterTrouble } from './print-outcome.js';

/**
 * The printer's replies, distinguished by bit pattern, because answers, automatic status and noise
 * arrive on one connection in any order.
 */
export type Reply =
  /** One byte to DLE EOT n. */
  | Readonly<{ kind: 'real-time'; byte: number }>
  /** Four bytes of automatic status. */
  | Readonly<{ kind: 'automatic'; bytes: Uint8Array }>
  /** Everything before the request with this id is printed. */
  | Readonly<{ kind: 'completion'; processId: string }>
  /** One byte to GS r: everything before it was processed. */
  | Readonly<{ kind: 'barrier'; byte: number }>
  | Readonly<{ kind: 'other' }>;

export type ReplyReader = Readonly<{ read: (bytes: Uint8Array) => Reply[] }>;

/** First bytes of data blocks that end with NUL; 0x37 0x22 is the completion (GS ( H function 48). */
const BLOCK_HEADS = new Set([0x35, 0x37, 0x3b, 0x3d, 0x5f]);
const COMPLETION_HEAD = 0x37;
const COMPLETION_ID = 0x22;
const AUTOMATIC_LENGTH = 4;
/** Longer than any block a printer sends; more is noise. */
const BLOCK_BYTES_MAX = 128;

/** Splits the stream of one connection into replies; keeps an incomplete one for later. Never throws. */
export function createReplyReader(): ReplyReader {
  let waiting: Uint8Array = new Uint8Array(0);
  return {
    read: (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      const replies: Reply[] = [];
      for (let next = firstReply(waiting); next !== undefined; next = firstReply(waiting)) {
        waiting = waiting.subarray(next.length);
        replies.push(next.reply);
      }
      return replies;
    },
  };
}

type Framed = Readonly<{ length: number; reply: Reply }>;

function firstReply(bytes: Uint8Array): Framed | undefined {
  const [first] = bytes;
  if (first === undefined) return undefined;
  if ((first & 0x93) === 0x12) return { length: 1, reply: { kind: 'real-time', byte: first } };
  if ((first & 0x93) === 0x10) return automatic(bytes);
  if (BLOCK_HEADS.has(first)) return block(bytes);
  if ((first & 0x90) === 0) return { length: 1, reply: { kind: 'barrier', byte: first } };
  return { length: 1, reply: { kind: 'other' } };
}

function automatic(bytes: Uint8Array): Framed | undefined {
  const frame = bytes.slice(0, AUTOMATIC_LENGTH);
  const isFrame = frame.subarray(1).every((byte) => (byte & 0x90) === 0);
  if (!isFrame) return { length: 1, reply: { kind: 'other' } };
  if (frame.length < AUTOMATIC_LENGTH) return undefined;
  return { length: AUTOMATIC_LENGTH, reply: { kind: 'automatic', bytes: frame } };
}

function block(bytes: Uint8Array): Framed | undefined {
  const end = bytes.indexOf(0);
  if (end === -1) {
    return bytes.length < BLOCK_BYTES_MAX ? undefined : { length: 1, reply: { kind: 'other' } };
  }
  const isCompletion = bytes[0] === COMPLETION_HEAD && bytes[1] === COMPLETION_ID;
  if (!isCompletion) return { length: end + 1, reply: { kind: 'other' } };
  const processId = Buffer.from(bytes.subarray(2, end)).toString('latin1');
  return { length: end + 1, reply: { kind: 'completion', processId } };
}

/** The four answers to DLE EOT 1 to 4. */
export type RealTimeStatus = Readonly<{
  printer: number;
  offlineCause: number;
  error: number;
  paper: number;
}>;

/** Why the printer cannot print; undefined when it can. Causes that a person can fix come first. */
export function troubleOf(status: RealTimeStatus): PrinterTrouble | undefined {
  if ((status.offlineCause & 0x04) !== 0) return 'cover-open';
  if ((status.offlineCause & 0x20) !== 0 || (status.paper & 0x60) !== 0) return 'paper-out';
  if ((status.offlineCause & 0x40) !== 0 || (status.error & 0x68) !== 0) return 'error';
  return (status.printer & 0x08) === 0 ? undefined : 'offline';
}

/** The same from automatic status. */
export function troubleOfAutomatic(frame: Uint8Array): PrinterTrouble | undefined {
  const [printer = 0, error = 0, paper = 0] = frame;
  if ((printer & 0x20) !== 0) return 'cover-open';
  if ((paper & 0x0c) !== 0) return 'paper-out';
  if ((error & 0x2c) !== 0) return 'error';
  return (printer & 0x08) === 0 ? undefined : 'offline';
}
