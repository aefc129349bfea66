import { endingOf } from '../../../domain/lifecycle/work-kinds.js';
import { notFound, Refusal } from '../../../domain/refusal.js';
import { resolveWorkRoute } from '../../../contract/lifecycle/work-queue.js';
import * as lifecycleCommands from '../../../prisma/commands/lifecycle.js';
import { callIn } from '../../../prisma/database.js';
import { command } from '../../route.js';

export const resolveWork = command(resolveWorkRoute).answers(
  async ({ params, body, principal, ctx, tx }) => {
    const { workItemId } = params;
    const inStore = principal.storeId === undefined ? {} : { storeId: principal.storeId };
    const item = await tx.workItem.findFirst({ where: { id: workItemId, ...inStore } });
    if (item === null) throw notFound();
    if (endingOf(item)?.byReason !== true) throw endsOtherwise(item);
    const input = { workItemId, reason: body.reason };
    await callIn(tx, lifecycleCommands.resolveWorkItem, [ctx, input]);
    return { status: 200, body: { id: workItemId, kind: item.kind, resolution: body.reason } };
  },
);

function endsOtherwise(item: Readonly<{ kind: string; subjectKind: string }>): Refusal {
  return new Refusal({
    code: 'WORK_ITEM_ENDS_OTHERWISE',
    param: 'workItemId',
    detail: endingOf(item)?.words.en ?? `Nothing is known to end ${item.kind}.`,
  });
}
