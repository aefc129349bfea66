import { goOnWithStatement } from '../../../activities/statement/go-on.js';
import { readBankStatementAgainRoute } from '../../../contract/statement/bank-statements.js';
import { command } from '../../route.js';
import { workflowLink } from '../../workflow-link.js';

export const readBankStatementAgain = command(readBankStatementAgainRoute).answers(
  async ({ params, body, ctx, tx }, deps) => {
    const file = { statementId: params.statementId, account: body.account };
    const { id, state, workflowId } = await goOnWithStatement(tx, ctx, file);
    return { status: 202, body: { id, status: state, workflow: workflowLink(deps, workflowId) } };
  },
);
