import { readConfig } from '../../platform/config.js';
import { askTemporal } from '../../platform/temporal/connect.js';
import { CONNECTION_SETTINGS, type ConnectionConfig } from '../../platform/temporal/connection.js';
import {
  faultOfPoll,
  lastPolls,
  TASK_QUEUES,
  type LastPoll,
  type TaskQueue,
} from '../../platform/temporal/last-polls.js';
import { withClient } from '../bootstrap-database.js';
import { readDrift } from '../../prisma/deploy/deploy-books.js';
import { readSeedCredentials } from '../platform/credentials.js';
import { findConnections } from '../platform/connections.js';
import type { Home } from '../platform/home.js';
import { missingSearchAttributes, temporalFault } from '../platform/temporal-connection.js';
import { RunRecords } from '../supervision/run-records.js';
import type { Check, Finding } from './finding.js';

const ANSWER_TIMEOUT_MS = 3_000;
const OUTBOX_AGE_MAX_SECONDS = 120;

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
    { name: 'starter', look: () => starterFinding(settings) },
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
  const printing = await printingQueues(env);
  const polls = await askTemporal(config, {
    withinMs: ANSWER_TIMEOUT_MS,
    ask: (connection) =>
      lastPolls(connection, {
        namespace: config.temporalNamespace,
        queues: [...TASK_QUEUES, ...printing],
        nowMs: Date.now(),
      }),
  });
  const faults = polls.flatMap((poll) => faultOfPoll(poll) ?? []);
  if (faults.length === 0) return { state: 'ok', detail: polls.map(wordsOf).join(', ') };
  const remedy = 'see order-to-cash.log and device-agent.log in .lunas/logs, and start them again';
  return { state: 'fault', detail: faults.join(' '), remedy };
}

function wordsOf({ queue, agoMs = 0 }: LastPoll): string {
  return `${queue} asked ${Math.round(agoMs / 1_000)} s ago`;
}

/** Those of the device agents, one for each store; none when the books are not known. */
async function printingQueues(env: NodeJS.ProcessEnv): Promise<TaskQueue[]> {
  const url = env['DATABASE_URL'] ?? '';
  if (url === '') return [];
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ code: string }>('SELECT code FROM store ORDER BY code');
    return rows.map(({ code }) => ({ name: `devices:${code}`, runs: 'activities' }) as const);
  });
}

/** The starter has no address: what it leaves lying shows that it stands still. */
async function starterFinding(env: NodeJS.ProcessEnv): Promise<Look> {
  const url = env['DATABASE_URL'] ?? '';
  if (url === '') return { state: 'off', detail: 'does not run' };
  const { age, failing, error } = await withClient(url, async (client) => {
    const { rows } = await client.query<{ age: number; failing: number; error: string | null }>(
      `SELECT outbox_age() AS age, count(*)::int AS failing, min(last_error) AS error
       FROM workflow_start WHERE started_at IS NULL AND NOT held AND attempts > 0`,
    );
    return rows[0] ?? { age: 0, failing: 0, error: null };
  });
  const remedy = 'see .lunas/logs/starter.log';
  if (age > OUTBOX_AGE_MAX_SECONDS) {
    const detail = `the outbox is not drained: its oldest row has waited ${Math.round(age)} seconds`;
    return { state: 'fault', detail, remedy };
  }
  if (failing > 0)
    return { state: 'fault', detail: `${failing} lives cannot be started: ${error ?? ''}`, remedy };
  return { state: 'ok', detail: 'the outbox is drained' };
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
