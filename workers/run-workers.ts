import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Running } from '../platform/run-process.js';

/**
 * Runs workers until they are asked to stop: then running work ends first, then `release` is called, then the
 * connection closes.
 */
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
