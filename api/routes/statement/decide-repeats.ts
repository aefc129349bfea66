import { decideRepeats as decide } from '../../../activities/statement/decide-repeats.js';
import { decideRepeatsRoute } from '../../../contract/statement/bank-statements.js';
import { command } from '../../route.js';
import { workflowLink } from '../../workflow-link.js';

export const decideRepeats = command(decideRepeatsRoute).answers(
  async ({ params, body, ctx, tx }, deps) => {
    const { workflowId, ...counts } = await decide(tx, ctx, { ...params, ...body });
    return { status: 200, body: { ...counts, workflow: workflowLink(deps, workflowId) } };
  },
);
