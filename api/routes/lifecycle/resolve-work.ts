import { resolveWork as end } from '../../../activities/lifecycle/resolve-work.js';
import { resolveWorkRoute } from '../../../contract/lifecycle/work-queue.js';
import { command } from '../../route.js';

export const resolveWork = command(resolveWorkRoute).answers(
  async ({ params, body, principal, ctx, tx }) => {
    const { workItemId } = params;
    const { storeId } = principal;
    const kind = await end(tx, ctx, { workItemId, reason: body.reason, storeId });
    return { status: 200, body: { id: workItemId, kind, resolution: body.reason } };
  },
);
