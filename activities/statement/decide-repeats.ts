import type { CommandContext } from '../../domain/context.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { startReading, statementWorkflowId } from './receive-statement.js';

export type DecidedRepeats = Readonly<{ decided: number; waiting: number; workflowId: string }>;

/**
 * Books a person's decision on lines that may repeat bookings. New money is matched by a workflow of its own, started
 * in the same transaction.
 *
 * @throws Refusal `STATEMENT_NOT_FOUND`, `STATEMENT_NOT_READ`, `BANK_LINE_DECIDED`.
 */
export async function decideRepeats(
  tx: Transaction,
  ctx: CommandContext,
  wish: InputOf<typeof statementCommands.decideRepeats>,
): Promise<DecidedRepeats> {
  const answer = await callIn(tx, statementCommands.decideRepeats, [ctx, wish]);
  const { decided, waiting, reading } = answer;
  const file = await tx.bankStatement.findUniqueOrThrow({
    where: { id: wish.statementId },
    select: { id: true, fileHash: true, reading: true },
  });
  if (reading !== null) await startReading(tx, file);
  return { decided, waiting, workflowId: statementWorkflowId(file) };
}
