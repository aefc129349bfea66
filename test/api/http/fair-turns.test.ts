import { createFairTurns } from '../../../api/http/fair-turns.js';

const limits = { atOnce: 3, ofOneAtOnce: 2, waitingOfOne: 3 };

describe('turns of callers', () => {
  it('come round: who sends much does not keep others waiting', async () => {
    const turns = createFairTurns(limits);
    const log: string[] = [];
    const releases: (() => void)[] = [];
    const call = (caller: string): void => {
      void turns(caller).then((release) => {
        log.push(caller);
        releases.push(release);
      });
    };
    for (const caller of ['much', 'much', 'much', 'much', 'a', 'b']) call(caller);
    await settled();
    expect(log).toEqual(['much', 'much', 'a']);
    releases.shift()?.();
    await settled();
    expect(log.at(-1)).toBe('b');
    releases.shift()?.();
    releases.shift()?.();
    await settled();
    expect(log.slice(4)).toEqual(['much', 'much']);
  });

  it('are refused to a caller of whom too many wait', async () => {
    const turns = createFairTurns(limits);
    for (let sent = 0; sent < 5; sent += 1) void turns('much');
    await expect(turns('much')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(turns('other')).resolves.toBeInstanceOf(Function);
  });

  it('are given back once by each call, so that nothing is left of a caller that has gone', async () => {
    const turns = createFairTurns({ ...limits, atOnce: 1 });
    for (let sent = 0; sent < 10; sent += 1) (await turns(`caller ${sent}`))();
    const release = await turns('last');
    release();
    await expect(turns('next')).resolves.toBeInstanceOf(Function);
  });
});

function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
