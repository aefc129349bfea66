import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunRecords } from '../../cli/supervision/run-records.js';
import { isAlive, startTimeOf } from '../../platform/processes.js';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';
import { until } from '../support/until.js';

let folder: TempFolder;
let records: RunRecords;

beforeEach(() => {
  folder = makeTempFolder();
  records = new RunRecords(folder.path);
});

afterEach(() => folder.remove());

describe('the records of what a supervisor runs', () => {
  it('find what a killed supervisor left over, and end it', async () => {
    const pid = await startProcess();
    records.remember('temporal', pid);
    expect(new RunRecords(folder.path).running('temporal')).toBe(pid);
    await expect(records.endLeftovers()).resolves.toEqual(['temporal']);
    expect(isAlive(pid)).toBe(false);
    await expect(records.endLeftovers()).resolves.toEqual([]);
  });

  it('leave a process alone that only has the same id', async () => {
    writeFileSync(
      join(folder.path, 'api.json'),
      JSON.stringify({ pid: process.pid, startTime: 'long ago' }),
    );
    expect(records.running('api')).toBeUndefined();
    await expect(records.endLeftovers()).resolves.toEqual([]);
    expect(startTimeOf(process.pid)).toBeDefined();
  });

  it('pass over a record that was cut off', async () => {
    writeFileSync(join(folder.path, 'api.json'), '{"pid":');
    await expect(records.endLeftovers()).resolves.toEqual([]);
  });

  it('let a name be claimed by one process only, while it lives', async () => {
    expect(records.claim('supervisor', process.pid)).toBeUndefined();
    expect(new RunRecords(folder.path).claim('supervisor', 1)).toBe(process.pid);
    records.forget('supervisor');
    const pid = await startProcess();
    records.remember('supervisor', pid);
    process.kill(pid, 'SIGKILL');
    await records.endLeftovers(['supervisor']);
    expect(await claimWhenFree()).toBeUndefined();
  });
});

async function claimWhenFree(): Promise<number | undefined> {
  await until(async () => (records.running('supervisor') === undefined ? true : undefined));
  return records.claim('supervisor', process.pid);
}

async function startProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', `console.log('up'); setInterval(() => {}, 1000)`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}
