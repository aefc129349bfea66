import type { Client } from '@temporalio/client';
import { lastPolls, TASK_QUEUES, type LastPoll } from '../platform/temporal/last-polls.js';

export type LiveRun = Readonly<{ status: string; runId: string; historyLength: number }>;

/** The calls that the API makes to Temporal. No till waits for them. */
export type TemporalPort = Readonly<{
  /**
   * The present state of a workflow; undefined when Temporal does not (or no longer) know it. Throws when Temporal does
   * not answer.
   */
  describe: (workflowId: string, withinMs: number) => Promise<LiveRun | undefined>;
  /** When a worker last asked each task queue for work. Throws when Temporal does not answer. */
  lastPolls: (withinMs: number) => Promise<LastPoll[]>;
}>;

export function createTemporalPort(client: Client, namespace: string): TemporalPort {
  const { connection } = client;
  const within = <Answer>(ms: number, ask: () => Promise<Answer>): Promise<Answer> =>
    connection.withDeadline(Date.now() + ms, ask);
  return {
    describe: (workflowId, withinMs) =>
      within(withinMs, async () => {
        const run = await client.workflow.getHandle(workflowId).describe();
        return { status: run.status.name, runId: run.runId, historyLength: run.historyLength };
      }).catch((error: unknown) => {
        if (error instanceof Error && error.name === 'WorkflowNotFoundError') return undefined;
        throw error;
      }),
    lastPolls: (withinMs) =>
      within(withinMs, () =>
        lastPolls(client.connection, { namespace, queues: TASK_QUEUES, nowMs: Date.now() }),
      ),
  };
}
