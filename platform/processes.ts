import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './fault.js';

const POLL_MS = 25;

/** True while a process with this id exists, also one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/**
 * When the process was started, as an opaque text that differs between two processes with the same
 * id (ids are used again); undefined when there is no such process.
 */
export function startTimeOf(pid: number): string | undefined {
  if (process.platform === 'linux')
    return isZombie(pid) ? undefined : linuxStat(pid)?.[START_TIME_FIELD];
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() ||
      undefined
    );
  } catch {
    return undefined;
  }
}

/** The command line of a process, or undefined when it is gone or cannot be read. */
export function commandLineOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Waits until the process has ended; false when it still runs after `withinMs`. */
export async function waitUntilGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

export type Ending = Readonly<{ pid: number; signal: NodeJS.Signals; graceMs: number }>;

/** Asks a process to end and, when it has not after the grace, kills it. Never throws for one that is gone. */
export async function endProcess({ pid, signal, graceMs }: Ending): Promise<void> {
  signalIfAlive(pid, signal);
  if (await waitUntilGone(pid, graceMs)) return;
  signalIfAlive(pid, 'SIGKILL');
  await waitUntilGone(pid, graceMs);
}

/** Sends a signal; a process that is gone already is no error. */
export function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

// proc(5): fields after the command in parentheses; counted from there, state is 0 and starttime 19.
const STATE_FIELD = 0;
const START_TIME_FIELD = 19;

function isZombie(pid: number): boolean {
  return process.platform === 'linux' && linuxStat(pid)?.[STATE_FIELD] === 'Z';
}

function linuxStat(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
