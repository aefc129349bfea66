import type { CommandContext } from '../../domain/context.js';
import { notFound, Refusal } from '../../domain/refusal.js';
import * as lifecycleCommands from '../../prisma/commands/lifecycle.js';
import { callIn, type Prisma, type Transaction } from '../../prisma/database.js';

/** `storeId`: of a person of one store, who sees only the items of that store. */
type Item = Readonly<{ workItemId: string; storeId: string | undefined }>;

type Worker = Readonly<{ id: string; name: string }>;

/**
 * Gives an open item to a person who may work on it, or to nobody.
 *
 * @throws Refusal `NOT_FOUND`, `WORKER_UNSUITABLE`, `WORK_ITEM_NOT_FOUND`, `WORK_ITEM_DONE`, `WORK_ITEM_CHANGED`,
 *   `PERSON_REQUIRED`.
 */
export async function assignWork(
  tx: Transaction,
  ctx: CommandContext,
  wanted: Item & Readonly<{ assignee: string | null; version: number; roles: readonly string[] }>,
): Promise<Readonly<{ assignee: Worker | null; version: number }>> {
  const { workItemId, assignee: assigneeId, version: seen, roles } = wanted;
  const item = await findItem(tx, wanted);
  const who = { id: assigneeId ?? '', ...worksFor(roles, item.storeId ?? undefined) };
  const assignee =
    assigneeId === null
      ? null
      : await tx.appUser.findFirst({ where: who, select: { id: true, name: true } });
  if (assigneeId !== null && assignee === null)
    throw new Refusal({
      code: 'WORKER_UNSUITABLE',
      param: 'assignee',
      detail:
        'The person is not there, not active, of another store, or of a role without this work.',
    });
  const input = { workItemId, assigneeId, version: seen };
  const { version } = await callIn(tx, lifecycleCommands.assignWorkItem, [ctx, input]);
  return { assignee, version };
}

/** Active people with one of the roles; staff of a store work for that store alone. */
export function worksFor(
  roles: readonly string[],
  storeId: string | undefined,
): Prisma.AppUserWhereInput {
  const ofStore = storeId === undefined ? [] : [{ storeId }];
  return { active: true, role: { in: [...roles] }, OR: [{ storeId: null }, ...ofStore] };
}

/**
 * Puts an open item off until a day, or takes that back.
 *
 * @throws Refusal `NOT_FOUND`, `SNOOZE_NOT_AHEAD`, `WORK_ITEM_NOT_FOUND`, `WORK_ITEM_DONE`, `WORK_ITEM_CHANGED`,
 *   `PERSON_REQUIRED`.
 */
export async function snoozeWork(
  tx: Transaction,
  ctx: CommandContext,
  wanted: Item & Readonly<{ until: string | null; today: string; version: number }>,
): Promise<number> {
  const { workItemId, until, today, version: seen } = wanted;
  await findItem(tx, wanted);
  const input = { workItemId, until, today, version: seen };
  const { version } = await callIn(tx, lifecycleCommands.snoozeWorkItem, [ctx, input]);
  return version;
}

/** Writes a note at an item; answers its id. @throws Refusal `NOT_FOUND`, `PERSON_REQUIRED`. */
export async function noteWork(
  tx: Transaction,
  ctx: CommandContext,
  wanted: Item & Readonly<{ text: string }>,
): Promise<string> {
  const { workItemId, text } = wanted;
  await findItem(tx, wanted);
  const { noteId } = await callIn(tx, lifecycleCommands.noteWorkItem, [ctx, { workItemId, text }]);
  return noteId;
}

/** Takes an own note back. @throws Refusal `NOT_FOUND`, `WORK_NOTE_NOT_FOUND`. */
export async function withdrawNote(
  tx: Transaction,
  ctx: CommandContext,
  wanted: Item & Readonly<{ noteId: string }>,
): Promise<void> {
  await findItem(tx, wanted);
  await callIn(tx, lifecycleCommands.withdrawWorkNote, [ctx, { noteId: wanted.noteId }]);
}

async function findItem(tx: Transaction, { workItemId, storeId }: Item) {
  const inStore = storeId === undefined ? {} : { storeId };
  const item = await tx.workItem.findFirst({ where: { id: workItemId, ...inStore } });
  if (item === null) throw notFound();
  return item;
}
