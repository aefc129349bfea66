import { goOnWithStatement } from '../../../activities/statement/go-on.js';
import { readBankStatementAgainRoute } from '../../../contract/statement/bank-statements.js';
import { command } from '../../route.js';
import { workflowLink } from '../../workflow-link.js';

export const readBankStatementAgain = command(readBankStatementAgainRoute).answers(
  async ({ params, ctx, tx }, deps) => {
    const { id, state, workflowId } = await goOnWithStatement(tx, ctx, params.statementId);
    return { status: 202, body: { id, status: state, workflow: workflowLink(deps, workflowId) } };
  },
);
