import { assert } from '../../domain/assert.js';
import { codewordsOf, versionFor } from './codewords.js';
import { drawMatrix, MASKS, type Matrix } from './matrix.js';
import { penaltyOf } from './penalty.js';

export type QrCode = Matrix;

/**
 * A QR code (model 2, level M, byte mode; ISO/IEC 18004) of an ASCII payload, without its quiet zone.
 * Drawn by ourselves because paper, PDF and screen each need the bare modules. Throws for a payload
 * that is not ASCII or longer than the largest code holds.
 */
export function qrCode(payload: string): QrCode {
  const candidates = MASKS.map((_, mask) => qrCodeWithMask(payload, mask));
  return candidates.reduce((best, matrix) => (penaltyOf(matrix) < penaltyOf(best) ? matrix : best));
}

/** The same code under a given mask, 0 to 7; all eight read the same. */
export function qrCodeWithMask(payload: string, mask: number): QrCode {
  const version = versionOf(payload);
  return drawMatrix(codewordsOf(Buffer.from(payload, 'ascii'), version), version, mask);
}

/** Modules along one side. */
export function qrModuleCount(payload: string): number {
  return versionOf(payload) * 4 + 17;
}

function versionOf(payload: string): number {
  assert(/^[\x20-\x7e]+$/.test(payload), 'the payload of a QR code is printable ASCII');
  const version = versionFor(payload.length);
  assert(version !== undefined, 'the payload is longer than a QR code holds');
  return version;
}
