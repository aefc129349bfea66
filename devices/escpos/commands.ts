import { createHash } from 'node:crypto';
import { assert } from '../../domain/assert.js';
import type { Raster } from '../logo/logo-raster.js';

/**
 * The ESC/POS bytes that we write ourselves. A receipt is rendered by `node-thermal-printer`; each sequence here says
 * what that library (4.6.1, type `epson`) lacks or gets wrong. A test asserts the library's faults, so that a fixed
 * version is noticed.
 */

/**
 * DLE EOT n, answered in real time even while the printer is offline or fed with an image. The library
 * has no such command: `isPrinterConnected` only opens a second connection, which most printers refuse.
 */
export const STATUS_REQUESTS = {
  printer: bytes(0x10, 0x04, 1),
  offlineCause: bytes(0x10, 0x04, 2),
  error: bytes(0x10, 0x04, 3),
  paper: bytes(0x10, 0x04, 4),
} as const;

/** The order of the four similar answers of a printer that is asked all at once. */
export const STATUS_ORDER = ['printer', 'offlineCause', 'error', 'paper'] as const;

/** All of `STATUS_REQUESTS`, to be answered in `STATUS_ORDER`. */
export const ALL_STATUS_REQUESTS: Uint8Array = Buffer.concat(
  STATUS_ORDER.map((name) => STATUS_REQUESTS[name]),
);

/**
 * GS a 255: the printer reports every change of its state by itself, and its state at once. The library
 * has no such command.
 */
export const AUTOMATIC_STATUS_ON = bytes(0x1d, 0x61, 0xff);

/**
 * GS r 1: answered in its turn, so the answer means that everything before was processed. The library's
 * `getStatus` writes the same bytes, but only into the receipt it renders, and its types do not have it.
 * Here they are sent by themselves, after a receipt, when the printer says nothing of its completion.
 */
export const BARRIER = bytes(0x1d, 0x72, 1);

/**
 * Completes an image that an earlier client left unfinished; NUL has no effect in text. The library does not consider
 * other clients.
 */
export const FLUSH = new Uint8Array(8192);

/** Pulse widths of ESC p in steps of 2 ms: 100 ms on, 500 ms off, right for common 12 and 24 V drawers. */
const DRAWER_ON = 0x32;
const DRAWER_OFF = 0xfa;

/**
 * ESC p m t1 t2: one pulse on the drawer's connector pin 2 or 5. The library's `openCashDrawer` leaves
 * out the widths: it writes `1B 70 00 1B 70 01`, which a printer reads as one pulse on pin 2 with the
 * widths 1B and 70 and a stray 01, so that pin 5 never opens.
 */
export function drawerPulse(pin: 2 | 5): Uint8Array {
  return bytes(0x1b, 0x70, pin === 2 ? 0 : 1, DRAWER_ON, DRAWER_OFF);
}

/**
 * GS v 0: an image of dots, at the alignment in force. The library's `printImageBuffer` has the same command, but makes
 * each dot black or white by a threshold, so that colours become blots, and reads the picture anew for each receipt.
 */
export function rasterImage({ widthBytes, height, bits }: Raster): Uint8Array {
  const size = [widthBytes & 0xff, widthBytes >> 8, height & 0xff, height >> 8];
  return Buffer.concat([bytes(0x1d, 0x76, 0x30, 0, ...size), bits]);
}

const PROCESS_ID = /^[\x20-\x7e]{4}$/;

/**
 * GS ( H function 48: the printer answers `37 22 id 00` once everything before is on paper. The library
 * has no such command: its `waitForResponse` takes the first bytes that arrive for the answer.
 */
export function completionRequest(processId: string): Uint8Array {
  assert(PROCESS_ID.test(processId), 'a process id is four printable ASCII characters');
  return Buffer.concat([
    bytes(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30),
    Buffer.from(processId, 'ascii'),
  ]);
}

const PROCESS_ID_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PROCESS_ID_LENGTH = 4;

/**
 * The four characters a printer echoes for a print job, always the same for the same job. Fourteen
 * million values distinguish the few jobs that a printer may still remember; they are not unique.
 */
export function processIdOf(printJobId: string): string {
  const digest = createHash('sha256').update(printJobId).digest();
  return Array.from({ length: PROCESS_ID_LENGTH }, (_, index) => {
    const value = digest.readUInt32BE(index * PROCESS_ID_LENGTH);
    return PROCESS_ID_ALPHABET.charAt(value % PROCESS_ID_ALPHABET.length);
  }).join('');
}

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}
