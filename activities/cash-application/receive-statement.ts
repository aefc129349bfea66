import { createHash } from 'node:crypto';
import type { CommandContext } from '../../domain/context.js';
import type { Transaction } from '../../prisma/database.js';

export type StatementState = 'received' | 'read' | 'booked' | 'refused';

export type ReceivedStatement = Readonly<{
  id: string;
  state: StatementState;
  /** `known`: the same bytes came before, and nothing was changed. */
  kind: 'received' | 'known';
}>;

/**
 * Keeps a bank file as it came and asks for its workflow, in one transaction. The bytes are the key: the
 * same file again, also at the same moment, answers the first.
 */
export async function receiveStatement(
  tx: Transaction,
  ctx: CommandContext,
  file: Readonly<{ content: Buffer; bankAccountId: string | undefined }>,
): Promise<ReceivedStatement> {
  const digest = createHash('sha256').update(file.content).digest();
  const fileHash = new Uint8Array(digest);
  const { count } = await tx.bankStatement.createMany({
    data: {
      fileHash,
      content: new Uint8Array(file.content),
      bankAccountId: file.bankAccountId ?? null,
      state: 'received',
      receivedAt: new Date(ctx.at),
      receivedBy: ctx.actor.id,
    },
    skipDuplicates: true,
  });
  const { id, state } = await tx.bankStatement.findUniqueOrThrow({
    where: { fileHash },
    select: { id: true, state: true },
  });
  if (count === 0) return { id, state: state as StatementState, kind: 'known' };
  await tx.workflowStart.create({
    data: {
      workflowType: 'bankStatement',
      workflowId: statementWorkflowId(digest),
      taskQueue: 'receivables',
      input: { statementId: id },
      searchAttributes: { Stage: 'received' },
    },
    select: { id: true },
  });
  return { id, state: 'received', kind: 'received' };
}

export function statementWorkflowId(fileHash: Uint8Array): string {
  return `statement:${Buffer.from(fileHash).toString('hex')}`;
}
