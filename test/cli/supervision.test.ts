import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nodePart } from '../../cli/supervision/node-part.js';
import { nextAttempt, restartDelayMs } from '../../cli/supervision/restart-delay.js';
import { supervise, type Supervised } from '../../cli/supervision/supervise.js';
import { isAlive, waitUntilGone } from '../../platform/processes.js';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';

const WAIT_MS = 15_000;
let folder: TempFolder;
let said: string[];
let running: Supervised | undefined;

beforeEach(() => {
  folder = makeTempFolder();
  said = [];
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  folder.remove();
});

describe('a supervised part', () => {
  it('runs when its start is over, and tells its address', async () => {
    const part = await superviseChild('well-behaved', { args: ['http://127.0.0.1:1234'] });
    expect(part.address()).toBe('http://127.0.0.1:1234');
    expect(isAlive(part.pid() ?? 0)).toBe(true);
  });

  it('is started again when it dies, and that is said', async () => {
    const part = await superviseChild('well-behaved');
    const first = part.pid() ?? 0;
    part.kill('SIGKILL');
    await waitUntilGone(first, WAIT_MS);
    await part.untilRunning();
    await until(() => part.restarts() === 1);
    expect(part.pid()).not.toBe(first);
    expect(said).toEqual(['child ended (SIGKILL) and is started again', 'child is back']);
  });

  it('waits longer each time it dies soon after its start', async () => {
    const attempts: number[] = [];
    const part = await superviseChild('well-behaved', {
      onAttempt: (attempt) => attempts.push(attempt),
    });
    for (let death = 1; death <= 3; death += 1) {
      part.kill('SIGKILL');
      await until(() => part.restarts() === death);
    }
    expect(attempts).toEqual([1, 2, 3]);
  });

  it('stays dead while it is held, and comes back when it is let go', async () => {
    const part = await superviseChild('well-behaved');
    await part.hold();
    await sleep(300);
    expect(part.pid()).toBeUndefined();
    part.release();
    await part.untilRunning();
    expect(isAlive(part.pid() ?? 0)).toBe(true);
  });

  it('leaves no process behind when it is stopped, not even while it is being started again', async () => {
    const part = await superviseChild('well-behaved');
    const first = part.pid() ?? 0;
    part.kill('SIGKILL');
    await part.stop();
    expect(isAlive(first)).toBe(false);
    expect(part.pid() === undefined || !isAlive(part.pid() ?? 0)).toBe(true);
  });

  it('does not start without a reason that names what to correct and where to read on', async () => {
    await expect(superviseChild('fails-at-start')).rejects.toThrow(
      /^child did not start \(exit code 1\): SMTP_URL is not set\. The rest is in .*child\.log\.$/,
    );
  });

  it('that never becomes ready is given up and ended', async () => {
    const spawned: number[] = [];
    const start = superviseChild('never-ready', {
      readyWithinMs: 400,
      onSpawned: (pid) => spawned.push(pid),
    });
    await expect(start).rejects.toThrow(/not ready within 0\.4 s/);
    expect(spawned.map(isAlive)).toEqual([false]);
  });

  it('has what it says in its own log', async () => {
    await superviseChild('well-behaved');
    const log = () => readFileSync(join(folder.path, 'child.log'), 'utf8');
    await until(() => log() !== '');
    expect(log()).toBe('settings without a database\n');
  });
});

describe('restartDelayMs', () => {
  it('is short the first time, doubles, and has an end', () => {
    expect(restartDelayMs(1)).toBeLessThan(500);
    expect(restartDelayMs(3)).toBe(restartDelayMs(2) * 2);
    expect(restartDelayMs(50)).toBe(restartDelayMs(49));
  });
});

describe('nextAttempt', () => {
  it('counts on while a part dies soon after each start, or does not start at all', () => {
    expect(nextAttempt({ attempt: 0, servedMs: 0 })).toBe(1);
    expect(nextAttempt({ attempt: 3, servedMs: 0 })).toBe(4);
    expect(nextAttempt({ attempt: 3, servedMs: 4_000 })).toBe(4);
  });

  it('begins anew for a part that had served for a while, however often it was killed before', () => {
    expect(nextAttempt({ attempt: 9, servedMs: 5_000 })).toBe(1);
  });
});

type ChildOptions = Readonly<{
  args?: readonly string[];
  readyWithinMs?: number;
  onAttempt?: (attempt: number) => void;
  onSpawned?: (pid: number) => void;
}>;

async function superviseChild(script: string, options: ChildOptions = {}): Promise<Supervised> {
  const part = nodePart({
    name: 'child',
    script: childScript(script),
    env: { PATH: process.env['PATH'] },
    logFile: join(folder.path, 'child.log'),
    args: options.args ?? [],
    ...(options.readyWithinMs === undefined ? {} : { readyWithinMs: options.readyWithinMs }),
  });
  running = await supervise(part, {
    say: (line) => said.push(line),
    onSpawned: (pid) => options.onSpawned?.(pid),
    restartDelayMs: (attempt) => {
      options.onAttempt?.(attempt);
      return 10;
    },
  });
  return running;
}

function childScript(name: string): string {
  return fileURLToPath(new URL(`../support/children/${name}.mjs`, import.meta.url));
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + WAIT_MS;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('it did not come to that');
    await sleep(10);
  }
}
