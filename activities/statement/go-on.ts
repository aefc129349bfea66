import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { accountNamed } from './account-named.js';
import { startReading, type StatementState } from './receive-statement.js';

export type GoneOn = Readonly<{ id: string; state: StatementState; workflowId: string }>;

/**
 * Goes on with a bank file that was refused or given up: a new reading, and the workflow that carries it, in one
 * transaction. `account` is the number of the account when the file names none, or another one than was named before.
 *
 * @throws Refusal `STATEMENT_NOT_FOUND`, `STATEMENT_NOT_STOPPED`, `BANK_ACCOUNT_UNKNOWN`.
 */
export async function goOnWithStatement(
  tx: Transaction,
  ctx: CommandContext,
  { statementId, account }: Readonly<{ statementId: string; account: string | undefined }>,
): Promise<GoneOn> {
  const columns = { id: true, state: true, fileHash: true, bankAccountId: true } as const;
  const file = await tx.bankStatement.findUnique({ where: { id: statementId }, select: columns });
  if (file === null) {
    throw new Refusal({ code: 'STATEMENT_NOT_FOUND', detail: 'There is no such bank statement.' });
  }
  const bankAccountId = (await accountNamed(tx, account)) ?? file.bankAccountId ?? undefined;
  const expected = bankAccountId === undefined ? {} : { bankAccountId };
  const input = { statementId, source: 'hand' as const, ...expected };
  const { reading } = await callIn(tx, statementCommands.readStatementAgain, [ctx, input]);
  if (reading === null) {
    throw new Refusal({
      code: 'STATEMENT_NOT_STOPPED',
      param: 'statementId',
      detail: 'The file was neither refused nor given up.',
    });
  }
  const workflowId = await startReading(tx, { ...file, reading });
  return { id: file.id, state: file.state === 'refused' ? 'received' : 'read', workflowId };
}
