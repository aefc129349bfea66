import { releaseStatement } from '../../../activities/statement/release-statement.js';
import { releaseBankStatementRoute } from '../../../contract/statement/bank-statements.js';
import { command } from '../../route.js';
import { workflowLink } from '../../workflow-link.js';

export const releaseBankStatement = command(releaseBankStatementRoute).answers(
  async ({ params, body, ctx, tx }, deps) => {
    const { id, state, workflowId } = await releaseStatement(tx, ctx, { ...params, ...body });
    return { status: 200, body: { id, status: state, workflow: workflowLink(deps, workflowId) } };
  },
);
