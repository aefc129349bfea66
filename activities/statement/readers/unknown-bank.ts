import { proposeProfile } from '../../../domain/bank-csv/propose-profile.js';
import type { CsvRow } from '../../../domain/statement/csv-row.js';
import { FileFault } from './file-fault.js';

/**
 * Why a table of no known bank is refused; undefined where it is no table of bookings. A person may say how it is read, with
 * the proposal that these rows give.
 */
export function unknownBank(heads: readonly (readonly CsvRow[])[]): FileFault | undefined {
  for (const rows of heads) {
    const proposal = proposeProfile(rows);
    if (proposal === undefined) continue;
    const place = `line ${proposal.fileLine}`;
    const detail =
      'Nobody knows this bank yet. Confirm how its columns are read, and read the file again.';
    return new FileFault({ code: 'STATEMENT_BANK_UNKNOWN', place, detail });
  }
  return undefined;
}
