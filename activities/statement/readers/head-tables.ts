import { Refusal } from '../../../domain/refusal.js';
import type { CsvRow } from '../../../domain/statement/csv-row.js';
import { isArchive } from './archive.js';
import { csvHeads } from './read-csv.js';
import { sheetHead } from './read-workbook.js';

/** The first rows of a file as a table: one for each delimiter of a CSV, or the first sheet of a workbook; none for any other file. */
export async function headTables(bytes: Uint8Array): Promise<readonly (readonly CsvRow[])[]> {
  if (!isArchive(bytes)) return csvHeads(bytes).map(({ rows }) => rows);
  try {
    return [await sheetHead(bytes)];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [];
  }
}
