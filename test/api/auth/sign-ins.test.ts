import fc from 'fast-check';
import { WAIT_MAX_MS, waitAfter } from '../../../domain/people/wait-after-failures.js';

describe('the wait after failed sign-ins', () => {
  it('is none at first, then doubles, and has an end', () => {
    expect([4, 5, 6, 7].map((failures) => waitAfter(failures, 5))).toEqual([
      0, 30_000, 60_000, 120_000,
    ]);
    expect(waitAfter(10_000, 5)).toBe(WAIT_MAX_MS);
  });

  it('never gets shorter by one more failure', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(100), (failures, free) => {
        expect(waitAfter(failures + 1, free)).toBeGreaterThanOrEqual(waitAfter(failures, free));
      }),
    );
  });
});
