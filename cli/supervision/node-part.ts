import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { OperatorFault } from '../../platform/fault.js';
import { endProcess } from '../../platform/processes.js';
import { readinessIn } from '../../platform/ready.js';
import { openLogFile, type LogFile } from './log-file.js';
import { explanationIn } from './explanation.js';
import type { Part, PartStart, RunningPart } from './part.js';

export type NodeProgram = Readonly<{
  name: string;
  /** Absolute path of the compiled script. */
  script: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  args?: readonly string[];
  readyWithinMs?: number;
}>;

// A worker bundles its workflows first: four seconds on a quiet machine, far more on a busy one.
const DEFAULT_READY_WITHIN_MS = 120_000;
// Workers let running activities end (30 s) before they close.
const STOP_GRACE_MS = 50_000;
const LINES_KEPT_MAX = 40; // a stack and what led to it

/**
 * A Node program that says itself when it is ready (`announceReady`). We hold its standard input open: when we end in
 * any way, it sees end-of-file and closes.
 */
export function nodePart(program: NodeProgram): Part {
  return { name: program.name, start: (start) => startNode(program, start) };
}

async function startNode(
  program: NodeProgram,
  { abort, spawned }: PartStart,
): Promise<RunningPart> {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', program.script, ...(program.args ?? [])],
    {
      env: { ...program.env, LUNAS_SUPERVISED: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true, // Ctrl-C in a terminal reaches the supervisor only, which ends things in order
    },
  );
  const log = openLogFile(program.logFile);
  const output = followOutput(child, log);
  const exited = exitOf(child);
  void exited.then(() => log.close());
  const pid = child.pid ?? 0;
  if (child.pid !== undefined) spawned(child.pid);
  const started = await Promise.race([
    output.ready.then((address) => ({ kind: 'ready' as const, address })),
    exited.then((how) => ({ kind: 'ended' as const, how })),
    lateAfter(program.readyWithinMs ?? DEFAULT_READY_WITHIN_MS, abort),
  ]);
  if (started.kind === 'ready') {
    return {
      pid,
      exited,
      stop: () => stopChild(child, exited),
      ...(started.address === undefined ? {} : { address: started.address }),
    };
  }
  await endProcess({ pid, signal: 'SIGKILL', graceMs: STOP_GRACE_MS });
  throw new OperatorFault(
    `${program.name} did not start (${started.how}): ${explanationIn(output.lastLines())} The rest is in ${program.logFile}.`,
  );
}

type Output = Readonly<{ ready: Promise<string | undefined>; lastLines: () => readonly string[] }>;

function followOutput(child: ChildProcess, log: LogFile): Output {
  const kept: string[] = [];
  const hear = (line: string) => {
    log.write(`${line}\n`);
    kept.push(line);
    if (kept.length > LINES_KEPT_MAX) kept.shift();
  };
  const ready = new Promise<string | undefined>((resolve) => {
    if (child.stdout !== null) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const readiness = readinessIn(line);
        if (readiness === undefined) hear(line);
        else resolve(readiness.address);
      });
    }
  });
  if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', hear);
  child.stdin?.on('error', () => {}); // it ended; `exited` tells
  return { ready, lastLines: () => kept };
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code ?? 'unknown'}`));
    child.once('error', (error) => resolve(error.message));
  });
}

async function stopChild(child: ChildProcess, exited: Promise<string>): Promise<void> {
  if (child.pid !== undefined)
    await endProcess({ pid: child.pid, signal: 'SIGTERM', graceMs: STOP_GRACE_MS });
  await exited;
}

function lateAfter(
  ms: number,
  abort: AbortSignal,
): Promise<Readonly<{ kind: 'late'; how: string }>> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve({ kind: 'late', how: `not ready within ${ms / 1000} s` }),
      ms,
    );
    timer.unref();
    abort.addEventListener('abort', () => resolve({ kind: 'late', how: 'it was told to stop' }), {
      once: true,
    });
  });
}
