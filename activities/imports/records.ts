import { cellText } from '../../domain/imports/fields.js';
import type { Transaction } from '../../prisma/database.js';
import type { ImportFormat } from './import-format.js';
import { ROWS_PER_PART, takeWaitingRows, type WaitingRow } from './import-rows.js';
import type { LoadedImport } from './load-import.js';

/** The rows that are one record, such as those of a receipt. */
export type ImportRecord = Readonly<{
  rows: readonly [WaitingRow, ...WaitingRow[]];
  /** The line of a row that was not read and belongs to the record, or may belong to it. */
  brokenLine: number | undefined;
}>;

/** The records that wait next. A record whose end is not among the rows waits for the next part. */
export async function takeRecords(
  tx: Transaction,
  { id, kind: { groupedBy }, format }: LoadedImport,
): Promise<readonly ImportRecord[]> {
  const rows = await takeWaitingRows(tx, id);
  if (groupedBy === undefined || format === null) {
    return rows.map((row) => ({ rows: [row], brokenLine: undefined }));
  }
  const nameOf = ({ cells }: Pick<WaitingRow, 'cells'>) => nameIn(cells, { groupedBy, format });
  const groups = groupsOf(rows, nameOf);
  const isCut = rows.length === ROWS_PER_PART && groups.length > 1;
  const whole = isCut ? groups.slice(0, -1) : groups;
  const broken = await unreadRows(tx, id, whole.flat());
  return whole.map((group) => ({ rows: group, brokenLine: brokenLineOf(group, broken, nameOf) }));
}

type Naming = Readonly<{ groupedBy: readonly string[]; format: ImportFormat }>;

function nameIn(cells: WaitingRow['cells'], { groupedBy, format }: Naming): string {
  const { mapping } = format;
  return groupedBy.map((field) => cellText(cells[mapping[field] ?? -1])).join('\n');
}

type Rows = [WaitingRow, ...WaitingRow[]];
type NameOf = (row: Pick<WaitingRow, 'cells'>) => string;

/** Rows that follow each other and have the same name. */
function groupsOf(rows: readonly WaitingRow[], nameOf: NameOf): Rows[] {
  const groups: Rows[] = [];
  let lastName: string | undefined;
  for (const row of rows) {
    const name = nameOf(row);
    const last = groups.at(-1);
    if (last === undefined || name !== lastName) groups.push([row]);
    else last.push(row);
    lastName = name;
  }
  return groups;
}

/** Rows among these, or beside them, that reading has refused: a record must not be written without one of its rows. */
async function unreadRows(
  tx: Transaction,
  importId: string,
  rows: readonly WaitingRow[],
): Promise<WaitingRow[]> {
  const lines = rows.map(({ line }) => line);
  if (lines.length === 0) return [];
  return tx.$queryRaw<WaitingRow[]>`
    SELECT line, cells FROM import_row
    WHERE import_id = ${importId}::uuid AND state = 'refused'
      AND line BETWEEN ${Math.min(...lines) - 1} AND ${Math.max(...lines) + 1}
    ORDER BY line`;
}

function brokenLineOf(group: Rows, broken: readonly WaitingRow[], nameOf: NameOf) {
  const name = nameOf(group[0]);
  const lines = group.map(({ line }) => line);
  const [first, last] = [Math.min(...lines) - 1, Math.max(...lines) + 1];
  const own = broken.find((row) => {
    const isBeside = row.line >= first && row.line <= last;
    // One line of text is all that is left of a row whose quote does not end.
    return isBeside && (nameOf(row) === name || row.cells.length <= 1);
  });
  return own?.line;
}
