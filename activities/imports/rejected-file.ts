import { csvCell } from '../../domain/imports/csv-dialect.js';
import { cellText, type Cell } from '../../domain/imports/fields.js';
import type { Database } from '../../prisma/database.js';
import type { ImportFormat } from './import-format.js';
import type { ImportInput } from './load-import.js';

/** Rows read at a time. */
const PAGE = 1_000;

/** The refused rows under the header of their file, line by line. A file without a header gets none. */
export async function* rejectedFile(
  { prisma }: Pick<Database, 'prisma'>,
  { importId, format }: ImportInput & Readonly<{ format: ImportFormat | null }>,
): AsyncGenerator<string> {
  if (format !== null && format.headerLine > 0) yield csvLine(format.header);
  for (let after = 0; ;) {
    const rows = await prisma.importRow.findMany({
      where: { importId, state: 'refused', line: { gt: after } },
      select: { line: true, cells: true },
      orderBy: { line: 'asc' },
      take: PAGE,
    });
    if (rows.length === 0) return;
    yield rows.map(({ cells }) => csvLine((cells as unknown as Cell[]).map(cellText))).join('');
    after = rows.at(-1)?.line ?? after;
  }
}

/** A line of a file that we write, with its line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
