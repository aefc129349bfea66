import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { temporalPart } from '../../cli/platform/temporal-part.js';
import { readConfig } from '../../platform/config.js';
import { anyFreePort } from '../../platform/free-port.js';
import {
  createTemporalClient,
  dataConverterFor,
  TEMPORAL_SETTINGS,
} from '../../platform/temporal/connect.js';
import { toolPath } from '../../platform/tools.js';
import { opened } from '../support/opened.js';

export type TemporalTestServer = Readonly<{
  address: string;
  client: Client;
  dataConverter: ReturnType<typeof dataConverterFor>;
  stop: () => Promise<void>;
  /** On the same port and file. */
  startAgain: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** The development server of Temporal as the product starts it, on a free port and a file of its own, with a client that encrypts. */
export async function startTemporalServer(): Promise<TemporalTestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lunas-temporal-'));
  const port = await anyFreePort();
  const part = temporalPart({
    executable: toolPath('TEMPORAL_CLI_PATH'),
    databaseFile: join(folder, 'temporal.db'),
    port,
    ui: undefined,
    namespace: 'default',
    logFile: join(folder, 'temporal.log'),
  });
  const start = () => part.start({ abort: new AbortController().signal, spawned: () => {} });
  let running = await start();
  const address = `127.0.0.1:${port}`;
  const config = readConfig(TEMPORAL_SETTINGS, {
    TEMPORAL_ADDRESS: address,
    LUNAS_CODEC_KEY_ID: 'test',
    LUNAS_CODEC_KEY: Buffer.alloc(32, 7).toString('base64'),
    LUNAS_ENV: 'production',
  });
  const client = createTemporalClient(config);
  return {
    address,
    client,
    dataConverter: dataConverterFor(config),
    stop: () => running.stop(),
    startAgain: async () => {
      running = await start();
    },
    close: async () => {
      await client.connection.close();
      await running.stop();
      rmSync(folder, {
        recursive: true,
        force: true,
      });
    },
  };
}

/** A server for all tests of this file, with a runtime that logs errors alone. */
export function useTemporalServer(): TemporalTestServer {
  let server: TemporalTestServer;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }), forward: {} },
    },
  });
  beforeAll(async () => {
    server = await startTemporalServer();
  });
  afterAll(() => server.close());
  return opened(() => server);
}
