import { encodeQR } from 'qr';
import { assert } from '../domain/assert.js';

/** The modules of a QR code, without its quiet zone; `dark[y * size + x]` is 1 for a dark one. */
export type QrCode = Readonly<{ size: number; dark: Uint8Array }>;

/** The quiet zone that scanners need around a code (ISO/IEC 18004). */
export const QUIET_ZONE_MODULES = 4;

/** The library always draws a border. */
const BORDER = 1;

/**
 * A QR code of an ASCII payload at level M: up to 15 % may be damaged, which happens on thermal
 * paper. Paper, PDF and screen each draw the modules themselves. Throws for a payload that is not
 * ASCII or longer than the largest code holds (2331 bytes).
 */
export function qrCode(payload: string): QrCode {
  assert(/^[\x20-\x7e]+$/.test(payload), 'the payload of a QR code is printable ASCII');
  const rows = encodeQR(payload, 'raw', { ecc: 'medium', encoding: 'byte', border: BORDER })
    .slice(BORDER, -BORDER)
    .map((row) => row.slice(BORDER, -BORDER));
  return { size: rows.length, dark: Uint8Array.from(rows.flat(), Number) };
}
