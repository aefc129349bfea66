import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorFault } from '../fault.js';
import { anyFreePort } from '../free-port.js';
import { commandLineOf, endProcess, isAlive, waitUntilGone } from '../processes.js';
import { ensureCluster } from './cluster.js';
import { postgresFault, predecessorIsLeaving } from './diagnosis.js';
import { commandAs, installationFor, postgresIdentity, type Installation } from './identity.js';
import type { PostgresOptions } from './options.js';
import { outputOf } from './output.js';

export type EmbeddedPostgres = Readonly<{
  /** Connection of the superuser to the database `postgres`. */
  url: string;
  port: number;
  pid: number;
  /** Stops the server with a checkpoint; this closes all connections. */
  stop: () => Promise<void>;
  /** Resolves when the server has ended, for any reason. */
  exited: Promise<void>;
}>;

// For the API, the workers and a psql session, with room for a second API process.
const CONNECTIONS_MAX = 200;
// After a SIGKILL of the postmaster the old backends end within seconds.
const START_ATTEMPTS_MAX = 40;
const START_RETRY_MS = 500;
// Recovery replays at most `max_wal_size` (1 GB), which takes a while on a slow disk.
const READY_WITHIN_MS = 120_000;
// The server logs a line for each connection that comes too early, as during a long recovery.
const READY_POLL_MS_FIRST = 20;
const READY_POLL_MS_MAX = 250;
const STOP_GRACE_MS = 20_000;

/**
 * Starts a PostgreSQL of its own on a data folder and waits until it answers. Any number of clusters may run at once.
 * Remains of an earlier run (a server still running on the folder, a stale lock file) are cleaned up first.
 * @throws {OperatorFault} full disk, taken port, damaged or foreign data folder
 */
export async function startEmbeddedPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const identity = options.identity ?? postgresIdentity();
  const installation = installationFor(options.dataFolder, identity);
  await endPredecessor(installation.dataFolder);
  await ensureCluster(installation, options);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port === 0 ? await anyFreePort() : options.port;
    const server = launch(installation, { ...options, port });
    const started = await untilReady(server, urlFor(port, options.password));
    if (started === 'ready') return handleOf(server, { port, password: options.password });
    const log = server.recentLog();
    if (!predecessorIsLeaving(log) || attempt === START_ATTEMPTS_MAX)
      throw postgresFault(log, { dataFolder: installation.dataFolder, port });
    await sleep(START_RETRY_MS);
    await endPredecessor(installation.dataFolder);
  }
}

type Server = Readonly<{ pid: number; exited: Promise<void>; recentLog: () => string }>;

function launch(installation: Installation, options: PostgresOptions): Server {
  const { program, args, uid, gid } = commandAs(
    installation.identity,
    installation.binaries.postgres,
    ['-D', installation.dataFolder, ...settingsOf(options)],
  );
  const owner = uid === undefined || gid === undefined ? {} : { uid, gid };
  const output = outputOf(options);
  const child = spawn(program, args, {
    ...owner,
    // A process group of its own: Ctrl-C in a terminal must reach only the supervisor, which stops everything in order.
    detached: true,
    cwd: '/',
    stdio: ['ignore', output.target, output.target],
    env: serverEnvironment(),
  });
  output.follow(child);
  let failure = '';
  const exited = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      failure = error.message;
      resolve();
    });
  });
  return { pid: child.pid ?? 0, exited, recentLog: () => output.recent() + failure };
}

function settingsOf({ port, durability = 'full' }: PostgresOptions): string[] {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(CONNECTIONS_MAX),
    shared_buffers: '128MB',
    log_min_messages: 'warning',
    timezone: 'UTC',
    ...(durability === 'full' ? DURABLE : FAST),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

function serverEnvironment(): NodeJS.ProcessEnv {
  // PG* variables of the user's environment must not change how the server runs.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(own), LC_ALL: 'C', TZ: 'UTC' };
}

async function untilReady(server: Server, url: string): Promise<'ready' | 'ended'> {
  let ended = false;
  void server.exited.then(() => {
    ended = true;
  });
  const deadline = performance.now() + READY_WITHIN_MS;
  let pollMs = READY_POLL_MS_FIRST;
  while (!ended) {
    if (await answers(url)) return ended ? 'ended' : 'ready';
    if (performance.now() > deadline) {
      await endProcess({ pid: server.pid, signal: 'SIGINT', graceMs: STOP_GRACE_MS });
      throw new OperatorFault(
        `PostgreSQL did not answer within ${READY_WITHIN_MS / 1000} s: ${server.recentLog().trim().split('\n').at(-1) ?? ''}`,
      );
    }
    await sleep(pollMs);
    pollMs = Math.min(pollMs * 2, READY_POLL_MS_MAX);
  }
  return 'ended';
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function handleOf(
  server: Server,
  { port, password }: Readonly<{ port: number; password: string }>,
): EmbeddedPostgres {
  return {
    url: urlFor(port, password),
    port,
    pid: server.pid,
    exited: server.exited,
    stop: async () => {
      // SIGINT is PostgreSQL's "fast shutdown": ends sessions, writes a checkpoint.
      await endProcess({ pid: server.pid, signal: 'SIGINT', graceMs: STOP_GRACE_MS });
      await server.exited;
    },
  };
}

function urlFor(port: number, password: string): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/** Ends a server that still runs on the folder, and removes the lock file of one that does not. */
async function endPredecessor(dataFolder: string): Promise<void> {
  const lockFile = join(dataFolder, 'postmaster.pid');
  if (!existsSync(lockFile)) return;
  const pid = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) {
    rmSync(lockFile, { force: true });
    return;
  }
  const isOurs = isAlive(pid) && (commandLineOf(pid) ?? '').includes(dataFolder);
  if (isOurs) {
    await endProcess({ pid, signal: 'SIGINT', graceMs: STOP_GRACE_MS });
    await waitUntilGone(pid, STOP_GRACE_MS);
  }
  rmSync(lockFile, { force: true });
}
