import type { Client } from '@temporalio/client';

export type LiveRun = Readonly<{ status: string; runId: string; historyLength: number }>;

/** The calls that the API makes to Temporal. No till waits for them. */
export type TemporalPort = Readonly<{
  /**
   * The present state of a workflow; undefined when Temporal does not (or no longer) know it. Throws when Temporal does
   * not answer.
   */
  describe: (workflowId: string, withinMs: number) => Promise<LiveRun | undefined>;
  /** Those of `queues` that no worker listens to. Throws when Temporal does not answer. */
  unattended: (queues: readonly string[], withinMs: number) => Promise<string[]>;
}>;

/** `temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW`. */
const WORKFLOW_TASKS = 1;

export function createTemporalPort(client: Client, namespace: string): TemporalPort {
  const { connection } = client;
  const within = <Answer>(ms: number, ask: () => Promise<Answer>): Promise<Answer> =>
    connection.withDeadline(Date.now() + ms, ask);
  const isAttended = async (name: string): Promise<boolean> => {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name },
      taskQueueType: WORKFLOW_TASKS,
    });
    return (pollers?.length ?? 0) > 0;
  };
  return {
    describe: (workflowId, withinMs) =>
      within(withinMs, async () => {
        const run = await client.workflow.getHandle(workflowId).describe();
        return { status: run.status.name, runId: run.runId, historyLength: run.historyLength };
      }).catch((error: unknown) => {
        if (error instanceof Error && error.name === 'WorkflowNotFoundError') return undefined;
        throw error;
      }),
    unattended: (queues, withinMs) =>
      within(withinMs, async () => {
        const attended = await Promise.all(queues.map(isAttended));
        return queues.filter((_queue, index) => attended[index] !== true);
      }),
  };
}
