import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { OperatorFault } from '../../platform/fault.js';
import { endProcess } from '../../platform/processes.js';
import { rotateIfLarge } from '../supervision/log-file.js';
import type { Part, PartStart, RunningPart } from '../supervision/part.js';
import { searchAttributes, untilTemporalAnswers } from './temporal-connection.js';

export type TemporalServer = Readonly<{
  executable: string;
  databaseFile: string;
  port: number;
  /** Undefined: no web UI. */
  uiPort: number | undefined;
  namespace: string;
  logFile: string;
}>;

// A large file needs a while to be read at start; usually it is under two seconds.
const readyWithinMs = 60_000;
const stopGraceMs = 15_000;
const logCharactersKept = 8 * 1024;

/** The development server of Temporal on a file, so that a restart loses nothing. */
export function temporalPart(server: TemporalServer): Part {
  return { name: 'temporal', start: (start) => startTemporal(server, start) };
}

async function startTemporal(
  server: TemporalServer,
  { abort, spawned }: PartStart,
): Promise<RunningPart> {
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
  const address = `127.0.0.1:${server.port}`;
  const giveUp = new AbortController();
  const answers = untilTemporalAnswers(
    { address, namespace: server.namespace },
    { withinMs: readyWithinMs, abort: AbortSignal.any([abort, giveUp.signal]) },
  );
  const isUp = await Promise.race([answers, exited.then(() => false)]);
  giveUp.abort();
  if (isUp) return { pid, address, exited, stop: () => stopChild(pid, exited) };
  await endProcess({ pid, signal: 'SIGTERM', graceMs: stopGraceMs });
  throw faultIn(readFileSync(server.logFile).subarray(logStart).toString('utf8'), server);
}

function argumentsOf({ databaseFile, port, uiPort, namespace }: TemporalServer): string[] {
  const options = [
    ['--ip', '127.0.0.1'],
    ['--port', String(port)],
    ['--namespace', namespace],
    uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)],
    ['--db-filename', databaseFile],
    ['--sqlite-pragma', 'journal_mode=wal'],
    ['--sqlite-pragma', 'synchronous=normal'],
    ['--log-level', 'warn'],
    ...Object.entries(searchAttributes).map(([name, type]) => [
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
  await endProcess({ pid, signal: 'SIGTERM', graceMs: stopGraceMs });
  await exited;
}

function faultIn(log: string, { port, databaseFile, logFile }: TemporalServer): OperatorFault {
  const recent = log.slice(-logCharactersKept);
  if (/address already in use|can't set frontend port/i.test(recent)) {
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
  const last = recent.trim().split('\n').at(-1) ?? '';
  return new OperatorFault(`The Temporal server did not start: ${last} The rest is in ${logFile}.`);
}
