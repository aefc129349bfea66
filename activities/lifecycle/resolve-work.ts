import type { CommandContext } from '../../domain/context.js';
import { endingOf } from '../../domain/lifecycle/work-kinds.js';
import { notFound, Refusal } from '../../domain/refusal.js';
import * as lifecycleCommands from '../../prisma/commands/lifecycle.js';
import { callIn, type Transaction } from '../../prisma/database.js';

/** `storeId`: of a person of one store, who sees only the items of that store. */
export type Resolution = Readonly<{
  workItemId: string;
  reason: string;
  storeId: string | undefined;
}>;

/**
 * Ends a work item with a person's reason, where its kind ends that way; answers its kind.
 *
 * @throws Refusal `NOT_FOUND`, `WORK_ITEM_ENDS_OTHERWISE`, `WORK_ITEM_NOT_FOUND`, `WORK_ITEM_DONE`, `PERSON_REQUIRED`.
 */
export async function resolveWork(
  tx: Transaction,
  ctx: CommandContext,
  { workItemId, reason, storeId }: Resolution,
): Promise<string> {
  const inStore = storeId === undefined ? {} : { storeId };
  const item = await tx.workItem.findFirst({ where: { id: workItemId, ...inStore } });
  if (item === null) throw notFound();
  if (endingOf(item)?.byReason !== true) throw endsOtherwise(item);
  await callIn(tx, lifecycleCommands.resolveWorkItem, [ctx, { workItemId, reason }]);
  return item.kind;
}

function endsOtherwise(item: Readonly<{ kind: string; subjectKind: string }>): Refusal {
  return new Refusal({
    code: 'WORK_ITEM_ENDS_OTHERWISE',
    param: 'workItemId',
    detail: endingOf(item)?.words.en ?? `Nothing is known to end ${item.kind}.`,
  });
}
