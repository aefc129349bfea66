import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RunRecords } from '../../cli/supervision/run-records.js';
import { startGuard } from '../../cli/supervision/start-guard.js';
import { isAlive, waitUntilGone } from '../../platform/processes.js';
import { projectRoot } from '../../platform/project-root.js';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';

// The guard is a program of its own: it runs from the build, which `npm test` makes first.
const whenBuilt = existsSync(join(projectRoot, 'dist', 'cli', 'supervision', 'guard.js'))
  ? describe
  : describe.skip;

let folder: TempFolder;
let records: RunRecords;
const pids: number[] = [];

beforeEach(() => {
  folder = makeTempFolder();
  records = new RunRecords(folder.path);
});

afterEach(() => {
  for (const pid of pids.splice(0)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  folder.remove();
});

whenBuilt('the guard of a supervisor', () => {
  it('ends what the supervisor did not end itself', async () => {
    const pid = await startProcess();
    records.claim('supervisor', process.pid);
    records.remember('postgres', pid);
    await startGuard(folder.path).dismiss();
    expect(isAlive(pid)).toBe(false);
  });

  it('leaves alone what a successor has started meanwhile', async () => {
    const guard = startGuard(folder.path);
    records.remember('supervisor', 1);
    const pid = await startProcess();
    records.remember('postgres', pid);
    await guard.dismiss();
    await expect(waitUntilGone(pid, 300)).resolves.toBe(false);
  });
});

async function startProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', `console.log('up'); setInterval(() => {}, 1000)`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  pids.push(child.pid ?? 0);
  return child.pid ?? 0;
}
