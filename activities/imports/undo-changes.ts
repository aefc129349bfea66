import { parseBy } from '../../contract/faults.js';
import type { CommandContext } from '../../domain/context.js';
import type { ImportUse } from '../../domain/imports/in-use.js';
import { Prisma, type Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { textOf, valuesOf } from './changed-records.js';
import type { Change, CurrentRecord, RowSetting } from './import-kind.js';
import type { RowChange } from './import-rows.js';
import { loadImport, type LoadedImport } from './load-import.js';

export type RowInUse = Readonly<{ line: number; key: string | null; reason: ImportUse }>;

/** Rows taken back at a time. */
const PAGE = 500;

/**
 * Gives the records that an import has changed their values of before again. Answers the rows whose values were changed
 * once more since; when there are any, the caller rolls back.
 *
 * @throws Refusal `IMPORT_NOT_FOUND`, `COMPANY_MISSING`, those of the calls that change such records
 */
export async function undoChanges(
  tx: Transaction,
  ctx: CommandContext,
  importId: string,
): Promise<readonly RowInUse[]> {
  const loaded = await loadImport({ prisma: tx }, importId);
  if (loaded.kind.changing === undefined) return [];
  const { currency } = await companyOf(tx);
  const setting = { importId, currency, settings: loaded.settings, at: ctx.at };
  const inUse: RowInUse[] = [];
  for (let after = 0; ;) {
    const rows = await tx.importRow.findMany({
      where: { importId, state: 'written', changes: { not: Prisma.DbNull }, line: { gt: after } },
      orderBy: { line: 'asc' },
      take: PAGE,
    });
    const last = rows.at(-1);
    if (last === undefined) return inUse;
    after = last.line;
    inUse.push(...(await undoPage(tx, ctx, { loaded, setting, rows })));
  }
}

type Row = Readonly<{ line: number; key: string | null; changes: Prisma.JsonValue }>;

type Page = Readonly<{ loaded: LoadedImport; setting: RowSetting; rows: readonly Row[] }>;

async function undoPage(
  tx: Transaction,
  ctx: CommandContext,
  { loaded: { kind }, setting, rows }: Page,
): Promise<readonly RowInUse[]> {
  const { changing } = kind;
  if (changing === undefined) return [];
  const keys = rows.flatMap(({ key }) => key ?? []);
  const there = await changing.current(tx, { keys, setting });
  const inUse: RowInUse[] = [];
  const changes: Change<unknown>[] = [];
  for (const { line, key, changes: told } of rows) {
    const now = there.get(key ?? '');
    const made = told as unknown as readonly RowChange[];
    if (now === undefined || made.some(({ field, after }) => textOf(now.cells[field]) !== after)) {
      inUse.push({ line, key, reason: 'changed-since' });
      continue;
    }
    const values = valuesOf(withValuesBefore(now.cells, made), kind, setting);
    const body = parseBy(kind.schema, kind.bodyOf(values, setting, []));
    changes.push({ id: now.id, body, fields: new Set(made.map(({ field }) => field)) });
  }
  const outcomes = await changing.change(tx, ctx, { changes, setting });
  for (const outcome of outcomes) if (outcome.kind === 'refused') throw outcome.refusal;
  return inUse;
}

function withValuesBefore(
  cells: CurrentRecord['cells'],
  changes: readonly RowChange[],
): CurrentRecord['cells'] {
  return { ...cells, ...Object.fromEntries(changes.map(({ field, before }) => [field, before])) };
}
