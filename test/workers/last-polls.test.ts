import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from '@temporalio/worker';
import { readConfig } from '../../platform/config.js';
import { connectWorker } from '../../platform/temporal/connect-worker.js';
import { CONNECTION_SETTINGS } from '../../platform/temporal/connection.js';
import { faultOfPoll, lastPolls } from '../../platform/temporal/last-polls.js';
import { createTemporalPort } from '../../api/temporal-port.js';
import { until } from '../support/until.js';
import { useTemporalServer } from './a-temporal-server.js';

const server = useTemporalServer();

describe('the last question of a worker', () => {
  it('is young while it works, and grows old when it has stopped, though Temporal still names it', async () => {
    const config = readConfig(CONNECTION_SETTINGS, { TEMPORAL_ADDRESS: server.address });
    const connection = await connectWorker(config);
    const worker = await Worker.create({
      connection,
      taskQueue: 'notices',
      activities: { sendNotice: async () => {} },
    });
    const seen = await worker.runUntil(until(() => pollOf('notices')));
    await connection.close();
    expect(faultOfPoll(seen)).toBeUndefined();

    const stoppedMs = 2_000;
    await sleep(stoppedMs);
    const still = await pollOf('notices');
    expect(still?.agoMs).toBeGreaterThanOrEqual(stoppedMs);
    expect(faultOfPoll(still ?? seen, stoppedMs)).toMatch(
      /^The worker of the task queue notices stands still: it asked for work \d+ seconds ago/,
    );
  });

  it('is missing where no worker ever was, as the API says of its queues', async () => {
    const polls = await createTemporalPort(server.client, 'default').lastPolls(5_000);
    const sales = polls.find(({ queue }) => queue === 'sales');
    expect(sales && faultOfPoll(sales)).toBe('No worker listens to the task queue sales.');
  });
});

async function pollOf(name: string) {
  const [poll] = await lastPolls(server.client.connection, {
    namespace: 'default',
    queues: [{ name, runs: 'activities' }],
    nowMs: Date.now(),
  });
  return poll?.agoMs === undefined ? undefined : poll;
}
