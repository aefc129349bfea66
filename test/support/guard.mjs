// Outlives the test run by a moment: when it was killed before its teardown could run, this clears up.
// Usage: node guard.mjs <pid of the runner> <folder of the run>
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearRunFolder, isAlive } from './test-run.mjs';

const POLL_MS = 1_000;
const [, , runnerPid, folder = ''] = process.argv;

while (isAlive(Number(runnerPid)) && existsSync(folder)) await sleep(POLL_MS);
if (existsSync(folder)) await clearRunFolder(folder);
