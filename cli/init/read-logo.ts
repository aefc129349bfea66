import { readFileSync, statSync } from 'node:fs';
import { LOGO_BYTES_MAX } from '../../contract/company/logo.js';
import { toLogo } from '../../devices/logo/to-logo.js';
import { Refusal } from '../../domain/refusal.js';
import { OperatorFault } from '../../platform/fault.js';

/** The logo in a file as documents carry it. @throws {OperatorFault} why the file is not taken */
export function readLogo(file: string): Buffer {
  try {
    return toLogo(bytesOf(file));
  } catch (error) {
    if (error instanceof Refusal) throw new OperatorFault(`logo (${file}): ${error.detail}`);
    throw error;
  }
}

function bytesOf(file: string): Buffer {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) throw new OperatorFault(`logo: there is no file ${file}.`);
  if (stats.size <= LOGO_BYTES_MAX) return readFileSync(file);
  throw new OperatorFault(`logo (${file}): a logo has at most ${LOGO_BYTES_MAX} bytes.`);
}
