import type { CommandContext } from '../../domain/context.js';
import { SENTENCE_OF_USE } from '../../domain/imports/in-use.js';
import { Refusal } from '../../domain/refusal.js';
import * as importCommands from '../../prisma/commands/imports.js';
import { undoChanges, type RowInUse } from './undo-changes.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { requestMasterChange } from '../company/master-changes.js';

/** Rows in the way that a refusal names. */
const SHOWN_MAX = 20;

export type Undoing = Readonly<{ kind: 'undone' } | { kind: 'waits'; masterChangeId: string }>;

/**
 * Takes back all that an import has written; money and goods that were brought in more than a day ago only when a second
 * person agrees, because taking them back gives up what customers owe. Refused while anything depends on a row of it; the refusal names the first
 * ones, in both languages.
 *
 * @throws Refusal `IMPORT_NOT_FOUND`, `IMPORT_UNDONE`, `IMPORT_UNFINISHED`, `IMPORT_WROTE_NOTHING`, `IMPORT_IN_USE`,
 * and those of `request_master_change`
 */
export async function undoImport(
  tx: Transaction,
  ctx: CommandContext,
  { importId, reason }: Readonly<{ importId: string; reason?: string | undefined }>,
): Promise<Undoing> {
  const changed = await undoChanges(tx, ctx, importId);
  if (changed.length > 0) throw inUse({ rows: changed.length, first: changed.slice(0, SHOWN_MAX) });
  const undoing = await callIn(tx, importCommands.undoImport, [
    ctx,
    { importId, shown: SHOWN_MAX },
  ]);
  if (undoing.kind === 'in-use') throw inUse(undoing);
  if (undoing.kind === 'undone') return { kind: 'undone' };
  const { kind, receivedAt } = await tx.import.findUniqueOrThrow({ where: { id: importId } });
  const rows = await tx.importRow.count({ where: { importId, state: 'written' } });
  const masterChangeId = await requestMasterChange(tx, ctx, {
    kind: 'import-undoing',
    subject: importId,
    before: { kind, rows, receivedAt: receivedAt.toISOString() },
    after: { importId, kind, rows: 0 },
    reason: reason ?? kind,
  });
  return { kind: 'waits', masterChangeId };
}

type InUse = Readonly<{ rows: number; first: readonly RowInUse[] }>;

function inUse({ rows, first }: InUse): Refusal {
  const code = 'IMPORT_IN_USE';
  const errors = first.map(({ line, key, reason }) => {
    const { en, id } = SENTENCE_OF_USE[reason];
    return { code, param: `line ${line}`, detail: `${key ?? ''}: ${en} ${id}` };
  });
  const detail = `Something depends on ${rows} of its rows; nothing was undone. Undo that first, or correct the rows by hand.`;
  return new Refusal({ code, param: errors[0]?.param, detail, errors });
}
