import { accountNamed } from '../../../activities/statement/account-named.js';
import { receiveStatement } from '../../../activities/statement/receive-statement.js';
import { receiveBankStatementRoute } from '../../../contract/statement/bank-statements.js';
import { command } from '../../route.js';
import { workflowLink } from '../../workflow-link.js';

export const receiveBankStatement = command(receiveBankStatementRoute).answers(
  async ({ query, content, principal, ctx, tx }, deps) => {
    const bankAccountId = await accountNamed(tx, query.account);
    const source = principal.role === 'integration' ? 'feed' : 'hand';
    const received = await receiveStatement(tx, ctx, { content, bankAccountId, source });
    const { id, state, kind, workflowId } = received;
    return {
      status: 202,
      body: { id, status: state, workflow: workflowLink(deps, workflowId) },
      headers: {
        Location: `/v1/bank-statements/${id}`,
        ...(kind === 'known' ? { 'Idempotency-Replayed': 'true' } : {}),
      },
    };
  },
);
