import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { OperatorFault } from '../../platform/fault.js';
import { endProcess } from '../../platform/processes.js';
import { explanationIn } from '../supervision/explanation.js';
import { rotateIfLarge } from '../supervision/log-file.js';
import type { Part, PartStart, RunningPart } from '../supervision/part.js';
import {
  embeddedTemporal,
  keepHistories,
  SEARCH_ATTRIBUTES,
  untilTemporalAnswers,
} from './temporal-connection.js';

export type TemporalServer = Readonly<{
  executable: string;
  databaseFile: string;
  port: number;
  /** Undefined: no web UI. `codecServer` is the URL at which its pages decrypt payloads. */
  ui: Readonly<{ port: number; codecServer: string }> | undefined;
  namespace: string;
  logFile: string;
}>;

// Reading a large file at start takes a while; usually it is under two seconds.
const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 15_000;
const LOG_CHARACTERS_KEPT = 8 * 1024;

/** The development server of Temporal on a file, so that a restart loses nothing. */
export function temporalPart(server: TemporalServer): Part {
  return { name: 'temporal', start: (start) => startTemporal(server, start) };
}

// The server picks further random ports and fails when another program takes one first.
const START_ATTEMPTS_MAX = 3;

async function startTemporal(server: TemporalServer, start: PartStart): Promise<RunningPart> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryToStart(server, start);
    if (outcome.kind === 'running') return outcome.part;
    if (outcome.fault !== undefined) throw outcome.fault;
    if (attempt === START_ATTEMPTS_MAX || start.abort.aborted) {
      throw new OperatorFault(
        `The Temporal server did not start: ${explanationIn(outcome.lines)} The rest is in ${server.logFile}.`,
      );
    }
  }
}

type Outcome =
  | Readonly<{ kind: 'running'; part: RunningPart }>
  | Readonly<{ kind: 'ended'; fault: OperatorFault | undefined; lines: readonly string[] }>;

async function tryToStart(server: TemporalServer, { abort, spawned }: PartStart): Promise<Outcome> {
  rotateIfLarge(server.logFile);
  const log = openSync(server.logFile, 'a', 0o600);
  const logStart = statSync(server.logFile).size;
  const child = spawn(server.executable, argumentsOf(server), {
    stdio: ['ignore', log, log],
    detached: true,
    cwd: '/',
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  if (child.pid !== undefined) spawned(child.pid);
  const exited = exitOf(child);
  if (await answersBeforeItEnds(server, { exited, abort })) {
    const address = addressOf(server);
    const config = embeddedTemporal(server.port, server.namespace);
    // May fail on a busy server; the next start sets it again, and nothing depends on it.
    await keepHistories(config).catch(() => {});
    return { kind: 'running', part: { pid, address, exited, stop: () => stopChild(pid, exited) } };
  }
  await endProcess({ pid, signal: 'SIGTERM', graceMs: STOP_GRACE_MS });
  const written = readFileSync(server.logFile).subarray(logStart).toString('utf8');
  const lines = written
    .slice(-LOG_CHARACTERS_KEPT)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return { kind: 'ended', fault: knownFault(lines.join('\n'), server), lines };
}

async function answersBeforeItEnds(
  server: TemporalServer,
  { exited, abort }: Readonly<{ exited: Promise<string>; abort: AbortSignal }>,
): Promise<boolean> {
  const ended = new AbortController();
  const config = embeddedTemporal(server.port, server.namespace);
  const patience = { withinMs: READY_WITHIN_MS, abort: AbortSignal.any([abort, ended.signal]) };
  const answers = untilTemporalAnswers(config, patience);
  try {
    return await Promise.race([answers, exited.then(() => false)]);
  } finally {
    ended.abort();
  }
}

function addressOf({ port }: TemporalServer): string {
  return `127.0.0.1:${port}`;
}

function argumentsOf({ databaseFile, port, ui, namespace }: TemporalServer): string[] {
  const options = [
    ['--ip', '127.0.0.1'],
    ['--port', String(port)],
    ['--namespace', namespace],
    ui === undefined
      ? ['--headless']
      : ['--ui-port', String(ui.port), '--ui-codec-endpoint', ui.codecServer],
    ['--db-filename', databaseFile],
    ['--sqlite-pragma', 'journal_mode=wal'],
    ['--sqlite-pragma', 'synchronous=normal'],
    ['--log-level', 'warn'],
    ...Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [
      '--search-attribute',
      `${name}=${type}`,
    ]),
  ];
  return ['server', 'start-dev', ...options.flat()];
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code ?? 'unknown'}`));
    child.once('error', (error) => resolve(error.message));
  });
}

async function stopChild(pid: number, exited: Promise<string>): Promise<void> {
  await endProcess({ pid, signal: 'SIGTERM', graceMs: STOP_GRACE_MS });
  await exited;
}

/** A fault that a person can put right; undefined for one that may pass by itself. */
function knownFault(
  recent: string,
  { port, databaseFile }: TemporalServer,
): OperatorFault | undefined {
  if (/can't set frontend port/i.test(recent)) {
    return new OperatorFault(
      `Port ${port} is taken, so Temporal cannot listen on it: end what uses it and start again.`,
    );
  }
  if (/no space left|disk is full/i.test(recent)) {
    return new OperatorFault(
      `The disk that holds ${databaseFile} is full: make room and start again.`,
    );
  }
  if (/malformed|not a database|corrupt|disk I\/O/i.test(recent)) {
    return new OperatorFault(
      `The Temporal database ${databaseFile} is damaged: restore a backup there, or start with --fresh to begin anew with sample data.`,
    );
  }
  return undefined;
}
