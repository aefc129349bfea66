import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { readConfig } from '../../platform/config.js';
import { OperatorFault } from '../../platform/fault.js';
import { connectWorker } from '../../platform/temporal/connect-worker.js';
import {
  askTemporal,
  createTemporalClient,
  dataConverterFor,
  TEMPORAL_SETTINGS,
  type TemporalConfig,
} from '../../platform/temporal/connect.js';
import { makeAuthority, type Certificate } from '../support/certificates.js';
import { makeTempFolder } from '../support/temp-folder.js';
import { openTlsDoor, type TlsDoor } from '../support/tls-door.js';
import { startTemporalServer, type TemporalTestServer } from './a-temporal-server.js';

const SERVER_NAME = 'temporal.example.test';
const authority = makeAuthority('An authority');
const stranger = makeAuthority('Another authority');
const ours = authority.issue('lunas');

let server: TemporalTestServer;
let door: TlsDoor;

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: {
    logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }), forward: {} },
  },
});

beforeAll(async () => {
  server = await startTemporalServer();
  door = await openTlsDoor(server.address, {
    shows: authority.issue(SERVER_NAME),
    clients: authority,
  });
});
afterAll(async () => {
  await door.close();
  await server.close();
});

describe('a Temporal server that demands a client certificate', () => {
  it('runs a workflow from its start to its end for those who have one', async () => {
    const config = configOf({ ca: authority, client: ours });
    const connection = await connectWorker(config);
    const client = createTemporalClient(config);
    const worker = await Worker.create({
      connection,
      taskQueue: 'receivables',
      dataConverter: dataConverterFor(config),
      workflowBundle: { codePath: process.env['LUNAS_WORKFLOW_BUNDLE'] ?? '' },
      activities: { readBankStatement: async () => ({ kind: 'refused' }) },
    });
    try {
      const waitsFor = defineSearchAttributeKey('WaitsFor', SearchAttributeType.KEYWORD);
      const life = await client.workflow.start('bankStatement', {
        workflowId: 'statement:over-tls',
        taskQueue: 'receivables',
        args: [{ statementId: 'over-tls', row: 'shown' }],
        typedSearchAttributes: [{ key: waitsFor, value: 'its turn' }],
      });
      await expect(worker.runUntil(life.result())).resolves.toBe('refused');
      const { searchAttributes } = await life.describe();
      expect(searchAttributes).toMatchObject({ Stage: ['closed'], Outcome: ['refused'] });
      expect(searchAttributes).not.toHaveProperty('WaitsFor');
    } finally {
      await client.connection.close();
      await connection.close();
    }
  });

  it.each([
    ['without a certificate', { ca: authority }, /demands a client certificate: set TEMPORAL_TLS_/],
    [
      'with the certificate of a stranger',
      { ca: authority, client: stranger.issue('lunas') },
      /does not accept our client certificate/,
    ],
    [
      'who do not trust it',
      { ca: stranger, client: ours },
      /shows a certificate that we do not trust .*set TEMPORAL_TLS_SERVER_CA_CERT_PATH/,
    ],
    [
      'who expect another name',
      { ca: authority, client: ours, name: 'other.example.test' },
      /has a certificate for another name .*set TEMPORAL_TLS_SERVER_NAME/,
    ],
  ])('turns away callers %s, and they say why', async (_who, certificates, sentence) => {
    const config = configOf(certificates);
    const worker = await connectWorker(config).catch((error: unknown) => error);
    expect(worker).toBeInstanceOf(OperatorFault);
    expect(String(worker)).toMatch(sentence);
    const asked = await askTemporal(config, {
      withinMs: 5_000,
      ask: ({ workflowService }) => workflowService.describeNamespace({ namespace: 'default' }),
    }).catch((error: unknown) => error);
    expect(String(asked)).toMatch(sentence);
  });

  it('is not mistaken for a server without TLS', async () => {
    const plain = configOf({ ca: authority, client: ours }, server.address);
    await expect(connectWorker(plain)).rejects.toThrow(/does not speak TLS: set TEMPORAL_TLS=off/);
  });
});

function configOf(
  {
    ca,
    client,
    name = SERVER_NAME,
  }: Readonly<{
    ca: Certificate;
    client?: Certificate | undefined;
    name?: string;
  }>,
  address = door.address,
): TemporalConfig {
  const file = (content: string): string => {
    const path = join(makeTempFolder().path, 'file.pem');
    writeFileSync(path, content);
    return path;
  };
  return readConfig(TEMPORAL_SETTINGS, {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: file(ca.cert),
    TEMPORAL_TLS_SERVER_NAME: name,
    ...(client === undefined
      ? {}
      : {
          TEMPORAL_TLS_CLIENT_CERT_PATH: file(client.cert),
          TEMPORAL_TLS_CLIENT_KEY_PATH: file(client.key),
        }),
    LUNAS_CODEC_KEY_ID: 'k2',
    LUNAS_CODEC_KEY: Buffer.alloc(32, 9).toString('base64'),
  });
}
