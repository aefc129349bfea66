import { Client, type WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { readConfig } from '../../platform/config.js';
import { connectWorker } from '../../platform/temporal/connect-worker.js';
import { CONNECTION_SETTINGS } from '../../platform/temporal/connection.js';
import { until } from '../support/until.js';
import { useTemporalServer } from './a-temporal-server.js';

const server = useTemporalServer();

describe('a life that somebody began from outside, without the key', () => {
  it('does nothing in production, and its history says why', async () => {
    const config = readConfig(CONNECTION_SETTINGS, { TEMPORAL_ADDRESS: server.address });
    const connection = await connectWorker(config);
    const read: unknown[] = [];
    const worker = await Worker.create({
      connection,
      taskQueue: 'receivables',
      dataConverter: server.dataConverter,
      workflowBundle: { codePath: process.env['LUNAS_WORKFLOW_BUNDLE'] ?? '' },
      activities: { readBankStatement: async (input: unknown) => read.push(input) },
    });
    const outsider = new Client({ connection: server.client.connection });
    const life = await outsider.workflow.start('bankStatement', {
      workflowId: 'statement:from-outside',
      taskQueue: 'receivables',
      args: [{ statementId: 'from-outside' }],
    });
    try {
      const why = await worker.runUntil(until(() => failureOf(life)));
      expect(why).toMatch(/PAYLOAD_NOT_ENCRYPTED/);
      expect(read).toEqual([]);
    } finally {
      await connection.close();
    }
  });
});

/** The failure of its task, which is encrypted itself. */
async function failureOf(life: WorkflowHandle): Promise<string | undefined> {
  const { events } = await life.fetchHistory();
  const sealed = events
    ?.map(({ workflowTaskFailedEventAttributes: failed }) => failed?.failure?.encodedAttributes)
    .find((attributes) => attributes);
  if (!sealed) return undefined;
  const [opened] = (await server.dataConverter.payloadCodecs?.[0]?.decode([sealed])) ?? [];
  return Buffer.from(opened?.data ?? []).toString();
}
