// What a test run leaves on the machine, and how it is cleared away: used by the set-up and
// teardown of a run, and by the guard, which outlives it.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PREFIX = 'lunas-test-';
const STOP_WITHIN_MS = 10_000;
const POLL_MS = 50;

/** Makes the folder of this test run; it says whose run it is. */
export function makeRunFolder() {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'runner.pid'), String(process.pid));
  return folder;
}

/**
 * Stops every PostgreSQL that was started in the folder of a run, and removes it.
 * @param {string} folder
 */
export async function clearRunFolder(folder) {
  const pids = postgresPids(folder);
  for (const pid of pids) signal(pid, 'SIGINT');
  const deadline = performance.now() + STOP_WITHIN_MS;
  while (pids.some(isAlive) && performance.now() < deadline) await sleep(POLL_MS);
  for (const pid of pids) signal(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Clears what runs that were killed left behind. */
export async function clearAbandonedRuns() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const owner = numberIn(join(folder, 'runner.pid'));
    if (owner !== undefined && !isAlive(owner)) await clearRunFolder(folder);
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Lock files of running servers, in the folder and up to two folders down.
 * @param {string} folder
 */
function postgresPids(folder) {
  const below = [folder, ...foldersIn(folder), ...foldersIn(folder).flatMap(foldersIn)];
  const pids = below.map((place) => numberIn(join(place, 'postmaster.pid')));
  return pids.filter((pid) => pid !== undefined);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

/** @param {string} file whose first line is a number */
function numberIn(file) {
  if (!existsSync(file)) return undefined;
  const number = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}
