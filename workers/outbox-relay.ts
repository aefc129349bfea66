import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type Client,
} from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../prisma/database.js';
import type { Clock } from '../platform/clock.js';
import { lookAgainSignal } from './signals.js';
import { typedSearchAttributes } from './search-attributes.js';

/** Rows taken at once: a few round trips of work, so that a crash repeats little. */
const batchSize = 200;
/** Calls under way at once: beyond this the development server gains nothing (facts: 16 callers saturate it). */
const callsAtOnce = 24;

export type RelayDependencies = Readonly<{
  database: Database;
  client: Client;
  clock: Clock;
  logger: Logger;
}>;

type StartRow = Readonly<{
  id: bigint;
  workflowType: string;
  workflowId: string;
  taskQueue: string;
  input: unknown;
  searchAttributes: unknown;
}>;

/** Workflows that may live a second time, when what ended them was undone. */
const mayLiveAgain = new Set(['receivable']);

/**
 * Turns one batch of the outbox into workflows and pokes. Answers how many rows it dealt with; a row that
 * fails stays where it is, with its error, for the next pass. At least once: a crash after the call and
 * before the mark repeats the call, which Temporal refuses (same id) or ignores (a second poke).
 */
export async function relayBatch(deps: RelayDependencies): Promise<number> {
  const started = await startWaiting(deps);
  const poked = await pokeWaiting(deps);
  return started + poked;
}

async function startWaiting(deps: RelayDependencies): Promise<number> {
  const rows = await deps.database.prisma.workflowStart.findMany({
    where: { startedAt: null },
    orderBy: { id: 'asc' },
    take: batchSize,
  });
  const results = await inLanes(rows, (row) => startOne(deps, row));
  const done = rows.filter((_, i) => results[i] === undefined).map(({ id }) => id);
  if (done.length > 0) {
    await deps.database.prisma.workflowStart.updateMany({
      where: { id: { in: done } },
      data: { startedAt: new Date(deps.clock.nowMs()) },
    });
  }
  await reportFailures(
    deps,
    rows.map(({ id }, i) => ({ id, error: results[i] })),
  );
  return done.length;
}

async function startOne({ client, clock }: RelayDependencies, row: StartRow): Promise<void> {
  const input = { ...(row.input as object), clock: clock.settings };
  try {
    await client.workflow.start(row.workflowType, {
      workflowId: row.workflowId,
      taskQueue: row.taskQueue,
      args: [input],
      workflowIdReusePolicy: mayLiveAgain.has(row.workflowType)
        ? 'ALLOW_DUPLICATE'
        : 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
      typedSearchAttributes: typedSearchAttributes(row.searchAttributes as Record<string, unknown>),
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

async function pokeWaiting(deps: RelayDependencies): Promise<number> {
  const rows = await deps.database.prisma.poke.findMany({
    where: { sentAt: null },
    orderBy: { id: 'asc' },
    take: batchSize,
  });
  const targets = [...new Set(rows.map(({ workflowId }) => workflowId))];
  const results = await inLanes(targets, (target) => pokeOne(deps, target));
  const failed = new Set(targets.filter((_, i) => results[i] !== undefined));
  const done = rows.filter(({ workflowId }) => !failed.has(workflowId)).map(({ id }) => id);
  if (done.length > 0) {
    await deps.database.prisma.poke.updateMany({
      where: { id: { in: done } },
      data: { sentAt: new Date(deps.clock.nowMs()) },
    });
  }
  return done.length;
}

/** A poke for a life that has ended, or has not begun, is not needed: who begins reads the books first. */
async function pokeOne({ client }: RelayDependencies, workflowId: string): Promise<void> {
  try {
    await client.workflow.getHandle(workflowId).signal(lookAgainSignal);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** Runs `work` over all, a bounded number at a time; answers each one's error, or undefined. */
async function inLanes<Row>(
  rows: readonly Row[],
  work: (row: Row) => Promise<void>,
): Promise<(Error | undefined)[]> {
  const results: (Error | undefined)[] = Array.from({ length: rows.length });
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < rows.length; i = next++) {
      try {
        await work(rows[i] as Row);
      } catch (error) {
        results[i] = error instanceof Error ? error : new Error(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(callsAtOnce, rows.length) }, lane));
  return results;
}

async function reportFailures(
  { database, logger }: RelayDependencies,
  outcomes: readonly Readonly<{ id: bigint; error: Error | undefined }>[],
): Promise<void> {
  const failed = outcomes.filter(({ error }) => error !== undefined);
  const [first] = failed;
  if (first?.error === undefined) return;
  logger.warn(
    { err: first.error, rows: failed.length },
    'workflows could not be started; trying again',
  );
  await database.prisma.workflowStart.updateMany({
    where: { id: { in: failed.map(({ id }) => id) } },
    data: { attempts: { increment: 1 }, lastError: first.error.message.slice(0, 500) },
  });
}
