import pino from 'pino';
import { createWakeableLoop } from '../../workers/wakeable-loop.js';
import { until } from '../support/until.js';

const AN_HOUR_MS = 3_600_000;

describe('a wakeable loop', () => {
  it('goes on at once while there is something to do, and then waits', async () => {
    const left = [3, 2, 1, 0];
    const { loop, passes } = aLoop(async () => left.shift() ?? 0);
    expect(await until(async () => (passes() === 4 ? 'seen' : undefined))).toBe('seen');
    await moments();
    expect(passes()).toBe(4);
    await loop.close();
  });

  it('looks again when it is woken', async () => {
    const { loop, passes } = aLoop(async () => 0);
    expect(await until(async () => (passes() === 1 ? 'seen' : undefined))).toBe('seen');
    loop.wake();
    expect(await until(async () => (passes() === 2 ? 'seen' : undefined))).toBe('seen');
    await loop.close();
  });

  it('looks once more when it was woken in the middle of a pass that found nothing', async () => {
    let finish: (found: number) => void = () => {};
    const { loop, passes } = aLoop(() => new Promise((resolve) => (finish = resolve)));
    expect(await until(async () => (passes() === 1 ? 'seen' : undefined))).toBe('seen');
    loop.wake();
    finish(0);
    expect(await until(async () => (passes() === 2 ? 'seen' : undefined))).toBe('seen');
    finish(0);
    await loop.close();
  });

  it('looks by itself when nobody wakes it', async () => {
    const { loop, passes } = aLoop(async () => 0, 5);
    expect(await until(async () => (passes() >= 3 ? 'seen' : undefined))).toBe('seen');
    await loop.close();
  });

  it('survives a pass that fails, says so, and goes on when woken', async () => {
    const said: string[] = [];
    let fails = true;
    const { loop, passes } = aLoop(
      async () => {
        if (fails) throw new Error('the database is away');
        return 0;
      },
      AN_HOUR_MS,
      said,
    );
    await until(async () => (said.length === 1 ? true : undefined));
    fails = false;
    loop.wake();
    expect(await until(async () => (passes() === 2 ? 'seen' : undefined))).toBe('seen');
    expect(said[0]).toContain('the database is away');
    await loop.close();
  });

  it('ends its pass before it is closed, and begins no other', async () => {
    let finish: (found: number) => void = () => {};
    const { loop, passes } = aLoop(() => new Promise((resolve) => (finish = resolve)));
    expect(await until(async () => (passes() === 1 ? 'seen' : undefined))).toBe('seen');
    let isClosed = false;
    const closing = loop.close().then(() => (isClosed = true));
    await moments();
    expect(isClosed).toBe(false);
    finish(7);
    await closing;
    expect(passes()).toBe(1);
  });

  it('is closed at once while it waits', async () => {
    const { loop, passes } = aLoop(async () => 0);
    expect(await until(async () => (passes() === 1 ? 'seen' : undefined))).toBe('seen');
    await loop.close();
    loop.wake();
    await moments();
    expect(passes()).toBe(1);
  });
});

function aLoop(pass: () => Promise<number>, idleMs = AN_HOUR_MS, said: string[] = []) {
  let passes = 0;
  const loop = createWakeableLoop({
    idleMs,
    logger: pino({ level: 'warn' }, { write: (line) => said.push(line) }),
    work: () => {
      passes += 1;
      return pass();
    },
  });
  return { loop, passes: () => passes };
}

/** Time for whatever would happen by mistake. */
function moments(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
