import type { CommandContext } from '../../domain/context.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { startReading, statementWorkflowId, type StatementState } from './receive-statement.js';

export type DecidedRelease = Readonly<{ id: string; state: StatementState; workflowId: string }>;

/**
 * Books the word of a second person on a bank file that waits. A released file is read by a workflow of its own, started
 * in the same transaction.
 *
 * @throws Refusal `STATEMENT_NOT_FOUND`, `STATEMENT_NOT_WAITING`, `PERSON_REQUIRED`, `SECOND_PERSON_REQUIRED`.
 */
export async function releaseStatement(
  tx: Transaction,
  ctx: CommandContext,
  wish: InputOf<typeof statementCommands.releaseStatement>,
): Promise<DecidedRelease> {
  const { reading } = await callIn(tx, statementCommands.releaseStatement, [ctx, wish]);
  const file = await tx.bankStatement.findUniqueOrThrow({
    where: { id: wish.statementId },
    select: { id: true, fileHash: true, reading: true },
  });
  if (reading !== null) await startReading(tx, file);
  const state = reading === null ? 'refused' : 'received';
  return { id: file.id, state, workflowId: statementWorkflowId(file) };
}
