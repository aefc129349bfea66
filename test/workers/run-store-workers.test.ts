import { runStoreWorkers } from '../../workers/run-store-workers.js';
import { until } from '../support/until.js';

/** A worker that runs until it is shut down. */
function aWorker() {
  let end = (): void => {};
  let fail = (_error: Error): void => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  let state: 'RUNNING' | 'STOPPED' = 'RUNNING';
  return {
    run: () => ended,
    shutdown: () => {
      state = 'STOPPED';
      end();
    },
    getState: () => state,
    fail: (error: Error) => fail(error),
  };
}

function opened(stores: string[]) {
  const served = new Map<string, ReturnType<typeof aWorker>>();
  const faults: unknown[] = [];
  let released = 0;
  const running = runStoreWorkers({
    storesNow: async () => {
      if (stores.includes('broken')) throw new Error('no books');
      return [...stores];
    },
    workerFor: async (store) => {
      const worker = aWorker();
      served.set(store, worker);
      return worker;
    },
    release: async () => {
      released += 1;
    },
    onFault: (error) => faults.push(error),
    lookEveryMs: 5,
  });
  return { running, served, faults, released: () => released };
}

describe('the workers of the stores', () => {
  it('wait for the first store, and serve each that is added later once', async () => {
    const stores: string[] = [];
    const { running, served, released } = opened(stores);
    const open = await running;
    stores.push('BDG1');
    await until(async () => (served.has('BDG1') ? true : undefined));
    stores.push('JKT1');
    await until(async () => (served.has('JKT1') ? true : undefined));
    const first = served.get('BDG1');
    await open.close();
    expect(served.get('BDG1')).toBe(first);
    expect([...served.values()].map((worker) => worker.getState())).toEqual(['STOPPED', 'STOPPED']);
    expect(released()).toBe(1);
  });

  it('look again after a look that failed', async () => {
    const stores: string[] = [];
    const { running, served, faults } = opened(stores);
    const open = await running;
    stores.push('broken');
    await until(async () => (faults.length > 0 ? true : undefined));
    stores.splice(0, 1, 'BDG1');
    await until(async () => (served.has('BDG1') ? true : undefined));
    await open.close();
    expect(served.get('BDG1')?.getState()).toBe('STOPPED');
  });

  it('end with the fault of a worker', async () => {
    const { running, served } = opened(['BDG1']);
    const open = await running;
    served.get('BDG1')?.fail(new Error('lost'));
    await expect(open.ended).rejects.toThrow('lost');
  });
});
