import { sleepUntil } from '../../platform/sleep-until.js';

describe('sleepUntil', () => {
  it('never ends before its time, whatever fraction of a millisecond it is', async () => {
    for (let index = 0; index < 200; index += 1) {
      const atMs = performance.now() + 1 + index / 200;
      await sleepUntil(atMs);
      expect(performance.now()).toBeGreaterThanOrEqual(atMs);
    }
  });

  it('does not wait for what has passed', async () => {
    const before = performance.now();
    await sleepUntil(before - 60_000);
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});
