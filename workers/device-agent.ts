import { Worker } from '@temporalio/worker';
import { createDeviceActivities } from '../activities/receipt/receipt-activities.js';
import { loadClock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { runProcess } from '../platform/run-process.js';
import { connectWorker } from '../platform/temporal/connect-worker.js';
import { dataConverterFor, TEMPORAL_SETTINGS } from '../platform/temporal/connect.js';
import { openDatabase } from '../prisma/database.js';
import { runStoreWorkers } from './run-store-workers.js';
import * as limits from './worker-options.js';

/** A store has few printers, and the lane of each printer orders its jobs. */
const POOL_SIZE = 6;

/** Prints for all stores from here; in production one agent runs in each store, with LUNAS_STORES naming its own. */
await runProcess({
  name: 'device-agent',
  start: async (logger) => {
    const config = readConfig(['databaseUrl', 'environment', ...TEMPORAL_SETTINGS]);
    const database = openDatabase({
      url: config.databaseUrl.reveal(),
      poolSize: POOL_SIZE,
      applicationName: 'lunas-device-agent',
    });
    const connection = await connectWorker(config);
    const clock = await loadClock(database);
    const activities = createDeviceActivities({
      database,
      clock,
      logger,
      printers: { environment: config.environment },
    });
    return runStoreWorkers({
      storesNow: () => storesHere(database),
      workerFor: (code) =>
        Worker.create({
          connection,
          namespace: config.temporalNamespace,
          dataConverter: dataConverterFor(config),
          taskQueue: `devices:${code}`,
          activities,
          shutdownGraceTime: limits.SHUTDOWN_GRACE,
          shutdownForceTime: limits.SHUTDOWN_FORCE,
          maxConcurrentActivityTaskExecutions: limits.ACTIVITIES_MAX,
        }),
      release: async () => {
        await database.close();
        await connection.close();
      },
      onFault: (error) => logger.warn({ err: error }, 'stores could not be looked up'),
    });
  },
});

async function storesHere(database: ReturnType<typeof openDatabase>): Promise<string[]> {
  const named = (process.env['LUNAS_STORES'] ?? '').split(',').filter(Boolean);
  if (named.length > 0) return named;
  const stores = await database.prisma.store.findMany({ orderBy: { code: 'asc' } });
  return stores.map(({ code }) => code);
}
