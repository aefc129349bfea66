import {
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type Client,
} from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../prisma/database.js';
import type { Clock } from '../platform/clock.js';
import { LOOK_AGAIN_SIGNAL } from './signals.js';
import { typedSearchAttributes } from './search-attributes.js';

/** Rows per batch: few, so that a crash repeats little. */
const BATCH_SIZE = 200;
/**
 * Concurrent calls. With a server 10 ms away this still starts four hundred lives a second. More calls drain a backlog
 * more slowly: the server is busy starting lives, and those already started wait in its queue for workers.
 */
const CALLS_AT_ONCE = 4;
/**
 * After this the server counts as hanging; the row is tried again in a later pass, which REJECT_DUPLICATE makes safe.
 */
const CALL_DEADLINE_MS = 5_000;
/** gRPC status codes that are not the row's fault: deadline exceeded, resource exhausted, unavailable. */
const AWAY_CODES: readonly number[] = [4, 8, 14];
const ERROR_TEXT_MAX = 500;

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

/** Workflows that may run again, when what ended them was undone. */
const MAY_LIVE_AGAIN = new Set(['receivable']);

/**
 * Turns one batch of the outbox into workflows and pokes. Answers how many rows it dealt with. A row that cannot be
 * started stays, with its error, and comes after the others in the next pass; when the server is unavailable, the
 * remaining rows stay unchanged. At least once: a crash after the call and before the mark repeats the call, which
 * Temporal refuses (same id) or ignores (a second poke).
 */
export async function relayBatch(deps: RelayDependencies): Promise<number> {
  const started = await startWaiting(deps);
  if (started.isAway) return started.done;
  return started.done + (await pokeWaiting(deps));
}

async function startWaiting(deps: RelayDependencies): Promise<{ done: number; isAway: boolean }> {
  const { prisma } = deps.database;
  const rows = await prisma.workflowStart.findMany({
    where: { startedAt: null, held: false },
    orderBy: [{ attempts: 'asc' }, { id: 'asc' }],
    take: BATCH_SIZE,
  });
  const ends = await inLanes(rows, (row) => startOne(deps, row));
  const done = rows.filter((_, i) => ends[i]?.kind === 'done').map(({ id }) => id);
  if (done.length > 0) {
    const startedAt = new Date(deps.clock.nowMs());
    await prisma.workflowStart.updateMany({ where: { id: { in: done } }, data: { startedAt } });
  }
  await noteFailures(deps, { rows, ends });
  const isAway = ends.some(({ kind }) => kind === 'left');
  if (isAway) deps.logger.warn('Temporal does not answer; what is to be started waits');
  return { done: done.length, isAway };
}

async function startOne({ client, clock }: RelayDependencies, row: StartRow): Promise<void> {
  const input = { ...(row.input as object), clock: clock.settings, row: 'shown' };
  const attributes = row.searchAttributes as Record<string, unknown>;
  try {
    await client.withDeadline(Date.now() + CALL_DEADLINE_MS, () =>
      client.workflow.start(row.workflowType, {
        workflowId: row.workflowId,
        taskQueue: row.taskQueue,
        args: [input],
        workflowIdReusePolicy: MAY_LIVE_AGAIN.has(row.workflowType)
          ? 'ALLOW_DUPLICATE'
          : 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'FAIL',
        typedSearchAttributes: typedSearchAttributes(attributes),
        ...summaryOf(row.workflowType, attributes),
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** What Temporal's pages say above a life: the number of its document. */
function summaryOf(
  workflowType: string,
  { SaleNumber, InvoiceNumber }: Readonly<Record<string, unknown>>,
): Readonly<{ staticSummary?: string }> {
  if (typeof InvoiceNumber === 'string' && workflowType === 'placement')
    return { staticSummary: `At the collection agency: ${InvoiceNumber}` };
  if (typeof InvoiceNumber === 'string') return { staticSummary: `Collects ${InvoiceNumber}` };
  return typeof SaleNumber === 'string' ? { staticSummary: `Sale ${SaleNumber}` } : {};
}

async function pokeWaiting(deps: RelayDependencies): Promise<number> {
  const { prisma } = deps.database;
  const rows = await prisma.poke.findMany({
    where: { sentAt: null, held: false },
    orderBy: { id: 'asc' },
    take: BATCH_SIZE,
  });
  const targets = [...new Set(rows.map(({ workflowId }) => workflowId))];
  const ends = await inLanes(targets, (target) => pokeOne(deps, target));
  const endOf = new Map(targets.map((target, i) => [target, ends[i] ?? LEFT]));
  const over = rows.filter(({ workflowId }) => endOf.get(workflowId)?.kind !== 'left');
  const sentAt = new Date(deps.clock.nowMs());
  const ids = over.map(({ id }) => id);
  if (ids.length > 0)
    await prisma.poke.updateMany({ where: { id: { in: ids } }, data: { sentAt } });
  for (const [workflowId, end] of endOf) {
    if (end.kind !== 'failed') continue;
    // A poke may be lost, and must not block the others for ever.
    deps.logger.warn(
      { err: end.error, workflowId },
      'a poke could not be delivered and is dropped',
    );
    const outcome = end.error.message.slice(0, ERROR_TEXT_MAX);
    await prisma.poke.updateMany({ where: { id: { in: ids }, workflowId }, data: { outcome } });
  }
  return over.length;
}

/** A poke for a life that has ended or not begun is not needed: a new life reads the books first. */
async function pokeOne({ client }: RelayDependencies, workflowId: string): Promise<void> {
  try {
    await client.withDeadline(Date.now() + CALL_DEADLINE_MS, () =>
      client.workflow.getHandle(workflowId).signal(LOOK_AGAIN_SIGNAL),
    );
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** The result for one row. `left`: the server was unavailable, before or at its turn. */
type End = Readonly<{ kind: 'done' } | { kind: 'failed'; error: Error } | { kind: 'left' }>;
const LEFT: End = { kind: 'left' };

/** Runs `work` over all rows, a bounded number at a time, until one finds the server unavailable. */
async function inLanes<Row>(
  rows: readonly Row[],
  work: (row: Row) => Promise<void>,
): Promise<End[]> {
  const ends: End[] = rows.map(() => LEFT);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < rows.length; i = next++) {
      const end = await endOf(() => work(rows[i] as Row));
      ends[i] = end;
      if (end.kind === 'left') next = rows.length;
    }
  };
  await Promise.all(Array.from({ length: Math.min(CALLS_AT_ONCE, rows.length) }, lane));
  return ends;
}

async function endOf(work: () => Promise<void>): Promise<End> {
  try {
    await work();
    return { kind: 'done' };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return isAway(error) ? LEFT : { kind: 'failed', error };
  }
}

function isAway(error: Error): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && AWAY_CODES.includes(cause.code);
}

async function noteFailures(
  { database, logger }: RelayDependencies,
  { rows, ends }: Readonly<{ rows: readonly StartRow[]; ends: readonly End[] }>,
): Promise<void> {
  const failed = rows.flatMap(({ id }, i) => {
    const end = ends[i];
    return end?.kind === 'failed' ? [{ id, error: end.error }] : [];
  });
  const [first] = failed;
  if (first === undefined) return;
  logger.warn({ err: first.error, rows: failed.length }, 'workflows could not be started');
  await database.prisma.$executeRaw`
    UPDATE workflow_start w SET attempts = w.attempts + 1, last_error = f.error
    FROM unnest(${failed.map(({ id }) => id)}::bigint[],
      ${failed.map(({ error }) => error.message.slice(0, ERROR_TEXT_MAX))}::text[]) AS f(id, error)
    WHERE w.id = f.id`;
}
