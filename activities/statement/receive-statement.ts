import { createHash } from 'node:crypto';
import type {
  STATEMENT_SOURCES,
  STATEMENT_STATES,
} from '../../contract/statement/bank-statements.js';
import type { CommandContext } from '../../domain/context.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import { callIn, type Transaction } from '../../prisma/database.js';

export type StatementState = (typeof STATEMENT_STATES)[number];

export type ReceivedStatement = Readonly<{
  id: string;
  state: StatementState;
  /** The workflow of the current or last reading. */
  workflowId: string;
  /** `known`: the same bytes came before, nothing is changed. `again`: they were refused before and are read again. */
  kind: 'received' | 'again' | 'known';
}>;

type File = Readonly<{
  content: Buffer;
  bankAccountId: string | undefined;
  /** A machine's key feeds it, or a person hands it in. */
  source: StatementSource;
}>;

export type StatementSource = (typeof STATEMENT_SOURCES)[number];

/**
 * Stores a bank file as it came and starts its workflow through the outbox, in one transaction. The bytes are the key:
 * the same file again, even concurrently, gets the first id. A file that was refused or given up goes on under its first
 * id, since the cause may have been fixed; so does one that waits for a second person and is now fed by a machine.
 */
export async function receiveStatement(
  tx: Transaction,
  ctx: CommandContext,
  file: File,
): Promise<ReceivedStatement> {
  const fileHash = new Uint8Array(createHash('sha256').update(file.content).digest());
  const { count } = await tx.bankStatement.createMany({
    data: {
      fileHash,
      content: new Uint8Array(file.content),
      bankAccountId: file.bankAccountId ?? null,
      state: 'received',
      receivedAt: new Date(ctx.at),
      receivedBy: ctx.actor.id,
      source: file.source,
      handFedBy: file.source === 'hand' ? [ctx.actor.id] : [],
    },
    skipDuplicates: true,
  });
  const { id, state, reading } = await tx.bankStatement.findUniqueOrThrow({
    where: { fileHash },
    select: { id: true, state: true, reading: true },
  });
  const begin = async (number: number, kind: 'received' | 'again'): Promise<ReceivedStatement> => {
    const workflowId = await startReading(tx, { id, fileHash, reading: number });
    const now = state === 'given-up' ? 'read' : 'received';
    return { id, state: now, workflowId, kind };
  };
  if (count > 0) return begin(reading, 'received');
  const goesOn = STOPPED.includes(state) || (state === WAITING && file.source === 'feed');
  const next = goesOn ? await nextReading(tx, ctx, { id, ...file }) : null;
  if (next !== null) return begin(next, 'again');
  const workflowId = statementWorkflowId({ fileHash, reading });
  return { id, state: state as StatementState, workflowId, kind: 'known' };
}

/** What ended before its end, and may go on. */
export const STOPPED: readonly string[] = ['refused', 'given-up'];

const WAITING: StatementState = 'awaiting-release';

/** Null when a concurrent call has begun it. */
async function nextReading(
  tx: Transaction,
  ctx: CommandContext,
  { id: statementId, bankAccountId, source }: File & Readonly<{ id: string }>,
): Promise<number | null> {
  const input = { statementId, bankAccountId, source };
  const { reading } = await callIn(tx, statementCommands.readStatementAgain, [ctx, input]);
  return reading;
}

type Reading = Readonly<{ fileHash: Uint8Array; reading: number }>;

/** Writes the outbox row for the workflow of this reading; returns the workflow id. */
export async function startReading(
  tx: Transaction,
  { id, ...reading }: Reading & Readonly<{ id: string }>,
): Promise<string> {
  const workflowId = statementWorkflowId(reading);
  await tx.workflowStart.create({
    data: {
      workflowType: 'bankStatement',
      workflowId,
      taskQueue: 'receivables',
      input: { statementId: id },
      searchAttributes: { Stage: 'received' },
    },
    select: { id: true },
  });
  return workflowId;
}

/** Every reading has its own workflow: a new one may begin before the previous workflow has ended. */
export function statementWorkflowId({ fileHash, reading }: Reading): string {
  const first = `statement:${Buffer.from(fileHash).toString('hex')}`;
  return reading === 1 ? first : `${first}:${reading}`;
}
