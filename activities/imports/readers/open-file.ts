import { openCsv } from './read-csv-rows.js';
import { openXlsx } from './read-xlsx.js';
import type { FileBytes, OpenFile } from './file-row.js';

/** Opens a file of rows by what it is, not by its name. @throws Refusal `IMPORT_FILE_BROKEN`, `IMPORT_ENCODING` */
export async function openFile(bytes: FileBytes): Promise<OpenFile> {
  return (await isArchive(bytes)) ? openXlsx(bytes) : openCsv(bytes);
}

/** A workbook is an archive, which begins with `PK`. */
async function isArchive(bytes: FileBytes): Promise<boolean> {
  for await (const [first, second, third] of bytes()) {
    return first === 0x50 && second === 0x4b && third === 0x03;
  }
  return false;
}
