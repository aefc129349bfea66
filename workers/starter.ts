import { readConfig } from '../platform/config.js';
import { loadClock } from '../platform/clock.js';
import { runProcess } from '../platform/run-process.js';
import { createTemporalClient, TEMPORAL_SETTINGS } from '../platform/temporal/connect.js';
import { openDatabase } from '../prisma/database.js';
import { listenForOutbox } from './outbox-listener.js';
import { relayBatch } from './outbox-relay.js';
import { createWakeableLoop } from './wakeable-loop.js';

/** Two connections serve the relay's reads and marks. */
const POOL_SIZE = 3;
/** Interval of the poll: the delay that a lost hint costs. */
const POLL_MS = 500;

await runProcess({
  name: 'starter',
  start: async (logger) => {
    const config = readConfig(['databaseUrl', ...TEMPORAL_SETTINGS]);
    const url = config.databaseUrl.reveal();
    const database = openDatabase({ url, poolSize: POOL_SIZE, applicationName: 'lunas-starter' });
    const clock = await loadClock(database);
    const client = createTemporalClient(config);
    const loop = createWakeableLoop({
      logger,
      idleMs: POLL_MS,
      work: () => relayBatch({ database, client, clock, logger }),
    });
    const listener = listenForOutbox({ url, wake: loop.wake, logger });
    return {
      close: async () => {
        await loop.close();
        await listener.close();
        await client.connection.close();
        await database.close();
      },
    };
  },
});
