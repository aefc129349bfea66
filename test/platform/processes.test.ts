import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  commandLineOf,
  endProcess,
  isAlive,
  startTimeOf,
  waitUntilGone,
} from '../../platform/processes.js';

const STUBBORN = `process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000);`;

async function startNode(source: string) {
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

describe('processes', () => {
  it('are told apart from later ones with the same id by when they were started', () => {
    expect(startTimeOf(process.pid)).toBe(startTimeOf(process.pid));
    expect(startTimeOf(process.pid)).not.toBe(startTimeOf(1));
  });

  it('are known by their command line while they live', async () => {
    const pid = await startNode(STUBBORN);
    expect(isAlive(pid)).toBe(true);
    expect(commandLineOf(pid)).toContain('SIGTERM');
    await endProcess({ pid, signal: 'SIGKILL', graceMs: 5_000 });
    expect(isAlive(pid)).toBe(false);
    expect(startTimeOf(pid)).toBeUndefined();
  });

  it('that do not listen are killed after their grace', async () => {
    const pid = await startNode(STUBBORN);
    await endProcess({ pid, signal: 'SIGTERM', graceMs: 200 });
    expect(isAlive(pid)).toBe(false);
  });

  it('that live on are told so', async () => {
    await expect(waitUntilGone(process.pid, 60)).resolves.toBe(false);
  });
});
