import { inWorkbook, rowOfSheet } from '../../../domain/bank-csv/in-workbook.js';
import { Refusal } from '../../../domain/refusal.js';
import type { CsvProfile } from '../../../domain/statement/csv-profile.js';
import type { CsvRow } from '../../../domain/statement/csv-row.js';
import type { ReadStatementResult } from '../../../domain/statement/statement.js';
import type { FileRow } from '../../imports/readers/file-row.js';
import { openXlsx } from '../../imports/readers/read-xlsx.js';
import { FileFault } from './file-fault.js';
import { profileIn } from './read-csv.js';
import { createRowsReader, type RowsContext } from './read-rows.js';
import { unknownBank } from './unknown-bank.js';

type Read = Extract<ReadStatementResult, { kind: 'read' }>;

/** The header and enough rows to tell banks apart. */
const HEAD_ROWS = 200;

/**
 * Reads the first sheet of a bank's workbook by the profiles of its CSV; a line is a row of the sheet.
 *
 * @throws FileFault `STATEMENT_MALFORMED` (no workbook), `STATEMENT_BANK_UNKNOWN`, `STATEMENT_FORMAT_UNKNOWN` (no table of bookings), and those of
 * `readCsv`.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  profiles: readonly CsvProfile[],
  context: Omit<RowsContext, 'profile'>,
): Promise<Read> {
  try {
    const { rows } = await openXlsx(() => piecesOf(bytes));
    const head = await headOf(rows());
    const profile = profileIn(head, profiles.flatMap(inWorkbook));
    if (profile === undefined) {
      const detail = 'The first sheet of the workbook is of no bank that is known.';
      const nothing = new FileFault({ code: 'STATEMENT_FORMAT_UNKNOWN', place: 'line 1', detail });
      throw unknownBank([head]) ?? nothing;
    }
    const reader = createRowsReader({ ...context, profile });
    for await (const row of rows()) {
      if (row.kind === 'row') reader.row(rowOfSheet(row));
      else reader.broken(row.line);
    }
    return reader.finish();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { detail } = error;
    throw new FileFault({ code: 'STATEMENT_MALFORMED', place: 'byte 0', detail });
  }
}

/** The first rows of the first sheet. @throws Refusal `IMPORT_FILE_BROKEN` */
export async function sheetHead(bytes: Uint8Array): Promise<readonly CsvRow[]> {
  const { rows } = await openXlsx(() => piecesOf(bytes));
  return headOf(rows());
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}

async function headOf(rows: AsyncIterable<FileRow>): Promise<readonly CsvRow[]> {
  const head: CsvRow[] = [];
  for await (const row of rows) {
    if (row.kind === 'row') head.push(rowOfSheet(row));
    if (head.length >= HEAD_ROWS) break;
  }
  return head;
}
