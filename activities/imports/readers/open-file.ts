import { openCsv } from './read-csv-rows.js';
import type { FileBytes, OpenFile } from './file-row.js';

/** Opens a file of rows by what it is, not by its name. */
export function openFile(bytes: FileBytes): Promise<OpenFile> {
  return openCsv(bytes);
}
