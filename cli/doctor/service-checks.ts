import type { Connection } from '@temporalio/client';
import { readConfig } from '../../platform/config.js';
import { askTemporal } from '../../platform/temporal/connect.js';
import { CONNECTION_SETTINGS, type ConnectionConfig } from '../../platform/temporal/connection.js';
import { withClient } from '../bootstrap-database.js';
import { readDrift } from '../../prisma/deploy/deploy-books.js';
import { readSeedCredentials } from '../platform/credentials.js';
import { findConnections } from '../platform/connections.js';
import type { Home } from '../platform/home.js';
import { missingSearchAttributes, temporalFault } from '../platform/temporal-connection.js';
import { RunRecords } from '../supervision/run-records.js';
import type { Check, Finding } from './finding.js';

const ANSWER_TIMEOUT_MS = 3_000;
const TASK_QUEUES = ['sales', 'receivables', 'notices', 'agency'] as const;

type Look = Omit<Finding, 'name'>;
const START = 'start it with "npm start"';

/** Checks each part of a running platform; `off` when none runs and the environment names none. */
export function serviceChecks(home: Home, env: NodeJS.ProcessEnv): readonly Check[] {
  const running = findConnections(home);
  const settings = { ...running, ...env };
  const api = running?.['API_PORT'];
  return [
    { name: 'supervisor', look: async () => supervisorFinding(home) },
    { name: 'database', look: () => databaseFinding(settings) },
    { name: 'Temporal', look: () => temporalFinding(settings) },
    { name: 'workers', look: () => workersFinding(settings) },
    { name: 'API', look: () => webFinding(api, '/readyz') },
    {
      name: 'codec server',
      look: () => webFinding(running?.['LUNAS_CODEC_SERVER_PORT'], '/healthz'),
    },
    { name: 'mailbox', look: () => webFinding(running?.['LUNAS_MAILBOX_PORT'], '/healthz') },
    { name: 'printers', look: () => webFinding(running?.['LUNAS_PRINTER_PAGE_PORT'], '/') },
    { name: 'sample logins', look: async () => credentialsFinding(home) },
  ];
}

function supervisorFinding(home: Home): Look {
  const records = new RunRecords(home.run);
  const pid = records.running('supervisor');
  return pid === undefined
    ? { state: 'off', detail: `nothing runs on ${home.folder}`, remedy: START }
    : { state: 'ok', detail: `process ${pid}` };
}

async function databaseFinding(env: NodeJS.ProcessEnv): Promise<Look> {
  const url = env['DATABASE_URL'] ?? '';
  if (url === '') return { state: 'off', detail: 'does not run' };
  const version = await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version') AS version`,
    );
    return rows[0]?.version ?? '';
  });
  const place = `PostgreSQL ${version} at ${new URL(url).host}`;
  const ownerUrl = env['DATABASE_OWNER_URL'] ?? '';
  if (ownerUrl === '') return { state: 'ok', detail: place };
  const drift = await withClient(ownerUrl, (owner) => readDrift(owner));
  if (drift.length === 0) return { state: 'ok', detail: `${place}, books up to date` };
  const more = drift.length > 1 ? ` and ${drift.length - 1} more` : '';
  return {
    state: 'fault',
    detail: `${place}, books differ from this version: ${drift[0]}${more}`,
    remedy: 'start Lunas again, which brings the books up to date',
  };
}

async function temporalFinding(env: NodeJS.ProcessEnv): Promise<Look> {
  const config = temporalConfig(env);
  if (config === undefined) return { state: 'off', detail: 'does not run' };
  const { temporalAddress, temporalNamespace } = config;
  const fault = await temporalFault(config);
  if (fault !== undefined)
    return {
      state: 'fault',
      detail: fault,
      remedy: 'see .lunas/logs/temporal.log',
    };
  const missing = await missingSearchAttributes(config);
  if (missing.length > 0)
    return {
      state: 'fault',
      detail: `search attributes missing: ${missing.join(', ')}`,
      remedy: 'start Lunas again, which registers them',
    };
  return { state: 'ok', detail: `answers at ${temporalAddress}, namespace ${temporalNamespace}` };
}

async function workersFinding(env: NodeJS.ProcessEnv): Promise<Look> {
  const config = temporalConfig(env);
  if (config === undefined) return { state: 'off', detail: 'do not run' };
  const namespace = config.temporalNamespace;
  const ask = (connection: Connection) =>
    Promise.all(
      TASK_QUEUES.map(async (name) => ({
        name,
        count: await pollersOf(connection, { namespace, name }),
      })),
    );
  const pollers = await askTemporal(config, { withinMs: ANSWER_TIMEOUT_MS, ask });
  const deserted = pollers.filter(({ count }) => count === 0).map(({ name }) => name);
  const detail = pollers.map(({ name, count }) => `${name} ${count}`).join(', ');
  if (deserted.length === 0) return { state: 'ok', detail };
  return {
    state: 'fault',
    detail: `nobody works on ${deserted.join(', ')}`,
    remedy: 'see .lunas/logs/order-to-cash.log',
  };
}

async function webFinding(port: string | undefined, path: string): Promise<Look> {
  if (port === undefined) return { state: 'off', detail: 'does not run' };
  const url = `http://127.0.0.1:${port}${path}`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
  return { state: answer.ok ? 'ok' : 'fault', detail: `${url} answers ${answer.status}` };
}

function credentialsFinding(home: Home): Look {
  const roles = Object.keys(readSeedCredentials(home));
  return roles.length === 0
    ? { state: 'off', detail: 'no sample data' }
    : { state: 'ok', detail: `${roles.length} in ${home.credentials}` };
}

function temporalConfig(env: NodeJS.ProcessEnv): ConnectionConfig | undefined {
  return (env['TEMPORAL_ADDRESS'] ?? '') === '' ? undefined : readConfig(CONNECTION_SETTINGS, env);
}

async function pollersOf(
  connection: Connection,
  { namespace, name }: Readonly<{ namespace: string; name: string }>,
): Promise<number> {
  const activityQueue = 2; // temporal.api.enums.v1.TaskQueueType
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name },
    taskQueueType: activityQueue,
  });
  return pollers?.length ?? 0;
}
