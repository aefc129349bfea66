import { receiveStatement } from '../../../activities/statement/receive-statement.js';
import { receiveBankStatementRoute } from '../../../contract/statement/bank-statements.js';
import { Refusal } from '../../../domain/refusal.js';
import { normaliseAccount } from '../../../domain/statement/text.js';
import type { Transaction } from '../../../prisma/database.js';
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

async function accountNamed(
  tx: Transaction,
  number: string | undefined,
): Promise<string | undefined> {
  if (number === undefined) return undefined;
  const accounts = await tx.bankAccount.findMany({ select: { id: true, number: true } });
  const account = accounts.find((one) => normaliseAccount(one.number) === normaliseAccount(number));
  if (account !== undefined) return account.id;
  throw new Refusal({
    code: 'BANK_ACCOUNT_UNKNOWN',
    param: 'account',
    detail: 'The books know no bank account of this number.',
  });
}
