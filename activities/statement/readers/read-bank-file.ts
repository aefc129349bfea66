import type { ReadStatementResult } from '../../../domain/statement/statement.js';
import { FileFault } from './file-fault.js';
import { isArchive } from './archive.js';
import { BANK_PROFILES, readStatement, type ReadStatementOptions } from './read-statement.js';
import { readWorkbook } from './read-workbook.js';

/** Reads a bank file of any known format: a workbook by the profiles of banks, any other by `readStatement`. Never throws for its content. */
export async function readBankFile(
  bytes: Uint8Array,
  options: ReadStatementOptions = {},
): Promise<ReadStatementResult> {
  if (!isArchive(bytes)) return readStatement(bytes, options);
  const { profiles = BANK_PROFILES, ownAccountOf = () => undefined, namedAccount } = options;
  try {
    return await readWorkbook(bytes, profiles, { ownAccountOf, namedAccount });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { code, detail, place } = error;
    return { kind: 'refused', code, detail, place };
  }
}
