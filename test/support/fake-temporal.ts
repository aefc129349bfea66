import type { Client } from '@temporalio/client';

/** A Temporal client that knows these workflows to be running, for as long as given, and nothing else. */
export function clientOfRunning(workflowIds: readonly string[], forMs = 600_000): Client {
  const startTime = new Date(Date.now() - forMs);
  const list = async function* () {
    for (const workflowId of workflowIds) yield { workflowId, startTime };
  };
  return { workflow: { list } } as unknown as Client;
}
