import type { Worker } from '@temporalio/worker';
import type { Running } from '../platform/run-process.js';

type StoreWorker = Pick<Worker, 'run' | 'shutdown' | 'getState'>;

export type StoreWorkers = Readonly<{
  /** Codes of the stores that are served from here, as the books have them now. */
  storesNow: () => Promise<readonly string[]>;
  workerFor: (store: string) => Promise<StoreWorker>;
  /** Called when all workers have ended. */
  release: () => Promise<void>;
  /** A look that failed is tried again at the next. */
  onFault: (error: unknown) => void;
  lookEveryMs?: number;
}>;

/** A new store waits so long for its first paper. */
const LOOK_EVERY_MS = 5_000;

/** Runs a worker for each store, also for stores that are added later, until it is asked to stop. */
export async function runStoreWorkers(options: StoreWorkers): Promise<Running> {
  const { storesNow, workerFor, release, onFault, lookEveryMs = LOOK_EVERY_MS } = options;
  const workers = new Map<string, Readonly<{ worker: StoreWorker; ended: Promise<void> }>>();
  let settle = (_ended: Promise<void>): void => {};
  const firstEnded = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const serveNew = async (): Promise<void> => {
    for (const store of await storesNow()) {
      if (workers.has(store)) continue;
      const worker = await workerFor(store);
      const ended = worker.run();
      settleWhenOver(ended, settle);
      workers.set(store, { worker, ended });
    }
  };
  await serveNew();
  let looking: Promise<void> | undefined;
  const timer = setInterval(() => {
    looking ??= serveNew()
      .catch(onFault)
      .finally(() => {
        looking = undefined;
      });
  }, lookEveryMs);
  const stopLooking = () => clearInterval(timer);
  firstEnded.then(stopLooking, stopLooking);
  return {
    ended: firstEnded,
    close: async () => {
      stopLooking();
      await looking;
      const all = [...workers.values()];
      for (const { worker } of all) if (worker.getState() === 'RUNNING') worker.shutdown();
      await Promise.all(all.map(({ ended }) => ended));
      await release();
    },
  };
}

/** Passes a worker on once it is over, whether it ended or failed. */
function settleWhenOver(ended: Promise<void>, settle: (ended: Promise<void>) => void): void {
  const over = () => settle(ended);
  ended.then(over, over);
}
