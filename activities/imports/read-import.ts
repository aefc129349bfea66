import type { Cell } from '../../domain/imports/fields.js';
import { cellText } from '../../domain/imports/fields.js';
import { Refusal } from '../../domain/refusal.js';
import { maskCardNumberCode } from '../../domain/sale/card-number.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import { importContext } from './import-context.js';
import { recogniseFormat, type ImportFormat } from './import-format.js';
import { loadImport, type ImportInput, type LoadedImport } from './load-import.js';
import type { FileRow, OpenFile } from './readers/file-row.js';
import { ROWS_MAX } from './readers/limits.js';
import { openFile } from './readers/open-file.js';
import { storedBytes } from './stored-bytes.js';

export type ReadPart =
  Readonly<{ kind: 'more' | 'read' }> | Readonly<{ kind: 'refused'; code: string }>;

/** Rows that one part stores: some seconds, so that little is repeated when a worker dies. */
const ROWS_PER_PART = 25_000;

/** Rows stored in one round trip. */
const ROWS_PER_CALL = 1_000;

type Deps = Readonly<{ database: Database; clock: Clock }>;

/**
 * Reads the next part of a file into rows that wait. Safe to interrupt and repeat: stored rows stay, and reading goes
 * on behind the last of them. A file that is not understood is refused as a whole, and nothing of it is written.
 *
 * @throws Refusal `IMPORT_NOT_FOUND`
 */
export async function readImportPart(deps: Deps, { importId }: ImportInput): Promise<ReadPart> {
  const { database } = deps;
  const loaded = await loadImport(database, importId);
  const { fromTills } = loaded.kind;
  if (loaded.state !== 'received') return { kind: 'read' };
  try {
    const file = await openFile(storedBytes(database, importId));
    const format = loaded.format ?? (await recognise(deps, loaded, file));
    const isDone = await storePart(database, { importId, file, format, fromTills });
    if (!isDone) return { kind: 'more' };
    if (fromTills) await forgetCardNumbers(database, importId);
    await setState(deps, importId, { state: 'read' });
    return { kind: 'read' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (fromTills) await forgetBytes(database, importId);
    await refuse(deps, importId, error);
    return { kind: 'refused', code: error.code };
  }
}

async function recognise(
  deps: Deps,
  { id, kind, profile }: LoadedImport,
  file: OpenFile,
): Promise<ImportFormat> {
  const format = await recogniseFormat(file, { fields: kind.fields, profile });
  await setState(deps, id, { format });
  return format;
}

type Storing = ImportInput &
  Readonly<{ file: OpenFile; format: ImportFormat; fromTills: true | undefined }>;

/** Whether the file has no more rows. */
async function storePart(
  database: Database,
  { importId, file, format, fromTills }: Storing,
): Promise<boolean> {
  const { _max, _count } = await database.prisma.importRow.aggregate({
    where: { importId },
    _max: { line: true },
    _count: true,
  });
  const behind = Math.max(_max.line ?? 0, format.headerLine);
  let stored = _count;
  let some: FileRow[] = [];
  const store = async () => {
    stored += some.length;
    if (stored > ROWS_MAX) throw tooMany();
    await storeRows(database, { importId, rows: some, format });
    some = [];
  };
  for await (const row of file.rows()) {
    if (row.line <= behind || isEmpty(row)) continue;
    some.push(fromTills ? withoutCardNumbers(row) : row);
    if (some.length < ROWS_PER_CALL) continue;
    await store();
    if (stored - _count >= ROWS_PER_PART) return false;
  }
  await store();
  return true;
}

/** A row of what tills wrote, as it may be kept. */
function withoutCardNumbers(row: FileRow): FileRow {
  if (row.kind === 'broken') return { ...row, text: maskCardNumberCode(row.text) };
  return { ...row, cells: row.cells.map(maskedCell) };
}

function maskedCell(cell: Cell): Cell {
  const text = cellText(cell);
  const masked = maskCardNumberCode(text);
  return masked === text ? cell : masked;
}

/** What stands for a card number that was masked. */
const MASKED = '%' + '*'.repeat(11) + '%';

/** The bytes of a file are kept as they came, unless a row of it held a card number. */
async function forgetCardNumbers(database: Database, importId: string): Promise<void> {
  const [found] = await database.prisma.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM import_row WHERE import_id = ${importId}::uuid AND cells::text LIKE ${MASKED}) AS is`;
  if (found?.is === true) await forgetBytes(database, importId);
}

async function forgetBytes({ prisma }: Database, importId: string): Promise<void> {
  await prisma.importPiece.updateMany({ where: { importId }, data: { content: new Uint8Array() } });
}

function isEmpty(row: FileRow): boolean {
  return row.kind === 'row' && row.cells.every((cell) => cellText(cell) === '');
}

function tooMany(): Refusal {
  const detail = `A file has at most ${ROWS_MAX} rows. Hand it in by parts.`;
  return new Refusal({ code: 'IMPORT_ROWS_TOO_MANY', param: `row ${ROWS_MAX + 1}`, detail });
}

type Rows = ImportInput & Readonly<{ rows: readonly FileRow[]; format: ImportFormat }>;

async function storeRows(database: Database, { importId, rows, format }: Rows): Promise<void> {
  const stored = JSON.stringify(rows.map((row) => storedRow(row, format.header.length)));
  await database.prisma.$executeRaw`
    INSERT INTO import_row (import_id, line, cells, state, faults)
    SELECT ${importId}::uuid, r.line, r.cells, r.state, r.faults
    FROM jsonb_to_recordset(${stored}::jsonb) AS r (line integer, cells jsonb, state text, faults jsonb)
    ON CONFLICT DO NOTHING`;
}

type StoredRow = Readonly<{
  line: number;
  cells: readonly Cell[];
  state: 'read' | 'refused';
  faults?: readonly object[];
}>;

/** A row that is wider than the header has slipped: which cell is which cannot be known. */
function storedRow(row: FileRow, width: number): StoredRow {
  const { line } = row;
  const refused = (cells: readonly Cell[], code: string, detail: string): StoredRow => {
    const faults = [{ column: null, field: null, value: null, code, detail }];
    return { line, cells, state: 'refused', faults };
  };
  if (row.kind === 'broken') return refused([storable(row.text)], row.code, row.detail);
  const cells = row.cells.map(storable);
  const beyond = cells.slice(width).some((cell) => cellText(cell) !== '');
  if (beyond) {
    const detail = `The row has ${cells.length} cells, the header has ${width}.`;
    return refused(cells, 'IMPORT_ROW_TOO_WIDE', detail);
  }
  if (cells.length < width) {
    const detail = `The row ends after ${cells.length} of ${width} cells.`;
    return refused(cells, 'IMPORT_ROW_TOO_SHORT', detail);
  }
  return { line, cells: cells.slice(0, width), state: 'read' };
}

/** PostgreSQL keeps no zero characters and no halves of characters. */
function storable<One extends Cell>(cell: One): One | string {
  return typeof cell === 'string' ? cell.replaceAll('\u0000', '').toWellFormed() : cell;
}

type Change = Readonly<{ state?: 'read'; format?: ImportFormat }>;

function setState(deps: Deps, importId: string, change: Change): Promise<void> {
  return deps.database.transaction(importContext(deps, importId), async (tx) => {
    await tx.import.updateMany({
      where: { id: importId, state: 'received' },
      data: change as object,
    });
  });
}

async function refuse(deps: Deps, importId: string, refusal: Refusal): Promise<void> {
  await deps.database.transaction(importContext(deps, importId), async (tx) => {
    await tx.import.updateMany({
      where: { id: importId, state: { in: ['received', 'read'] } },
      data: {
        state: 'refused',
        refusalCode: refusal.code,
        refusalDetail: refusal.detail,
        refusalPlace: refusal.param ?? null,
        endedAt: new Date(deps.clock.iso()),
      },
    });
  });
}

/** Ends the attempts at a file that fails again and again. */
export function giveUpImport(
  deps: Deps,
  { importId, reason }: ImportInput & Readonly<{ reason: string }>,
): Promise<void> {
  const detail = reason.slice(0, REASON_LENGTH_MAX);
  return refuse(deps, importId, new Refusal({ code: 'IMPORT_GIVEN_UP', detail }));
}

/** What is shown of a reason. */
const REASON_LENGTH_MAX = 500;
