import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Running } from '../platform/run-process.js';

/** Runs workers until they are asked to stop: work in hand ends first, then `release`, then the connection. */
export function runWorkers(
  workers: readonly Worker[],
  open: Readonly<{ connection: NativeConnection; release: () => Promise<void> }>,
): Running {
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    ended: running.then(() => {}),
    close: async () => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
      await open.release();
      await open.connection.close();
    },
  };
}
