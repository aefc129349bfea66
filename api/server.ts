import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { collectDefaultMetrics } from 'prom-client';
import { z } from 'zod';
import { loadClock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { listen } from '../platform/listen.js';
import { projectRoot } from '../platform/project-root.js';
import { runProcess } from '../platform/run-process.js';
import { createTemporalClient, TEMPORAL_SETTINGS } from '../platform/temporal/connect.js';
import { openDatabase } from '../prisma/database.js';
import { createApp } from './app.js';
import { listenForEvents } from './events/listen-for-events.js';
import { answerBrokenRequests } from './http/answer-broken-requests.js';
import { peopleIn } from './sample-people.js';
import { API_LIMITS } from './limits.js';
import { createTemporalPort } from './temporal-port.js';

/** Time limit for headers, against attacks, and for bodies of slow tills. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than proxies keep idle connections, so that a proxy never sends into a closed one. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;
/** How long running requests may still take when the process is asked to end. */
const DRAIN_WITHIN_MS = 10_000;

await runProcess({
  name: 'api',
  start: async (logger) => {
    const config = readConfig([
      'databaseUrl',
      'apiHost',
      'apiPort',
      'trustedProxies',
      'temporalUiUrl',
      'environment',
      'sampleCredentials',
      'publicUrl',
      ...TEMPORAL_SETTINGS,
    ]);
    const url = config.databaseUrl.reveal();
    const database = openDatabase({ url, applicationName: 'lunas-api' });
    const client = createTemporalClient(config);
    const closing = new AbortController();
    const app = createApp({
      database,
      clock: await loadClock(database),
      logger,
      limits: API_LIMITS,
      temporalUiUrl: config.temporalUiUrl,
      temporalNamespace: config.temporalNamespace,
      temporal: createTemporalPort(client, config.temporalNamespace),
      listen: (wake) => listenForEvents({ url, wake, logger }),
      version: productVersion(),
      realTimeMs: Date.now,
      trustedProxies: config.trustedProxies,
      secureCookies: config.environment === 'production' ? 'always' : 'never',
      oldCodecKeys: config.codecOldKeys.map(({ key }) => key),
      webhooks: { rules: { environment: config.environment }, codecKey: config.codecKey },
      publicUrl: config.publicUrl,
      samplePeople: peopleIn(config.sampleCredentials),
      consoleFolder: join(projectRoot, 'dist', 'web'),
      closing: closing.signal,
      collectMetrics: (register) => collectDefaultMetrics({ register }),
    });
    const server = serverOf(app);
    const { apiHost: host, apiPort: port } = config;
    await listen(server, { host, port, setting: 'API_PORT' });
    return {
      address: addressOf(server),
      close: async () => {
        closing.abort();
        await close(server);
        await client.connection.close();
        await database.close();
      },
    };
  },
});

function productVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return z.looseObject({ version: z.string() }).parse(content).version;
}

function serverOf(app: ReturnType<typeof createApp>): Server {
  const server = createServer(app);
  answerBrokenRequests(server);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS;
  return server;
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Waits for running requests, then closes streams and idle connections. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), DRAIN_WITHIN_MS).unref();
  });
}
