import fc from 'fast-check';
import { AssertionFailure } from '../../../domain/assert.js';
import {
  businessNowMs,
  CLOCK_SPEED_MAX,
  REAL_TIME,
  realDelayMs,
  type BusinessClockSettings,
} from '../../../domain/calendar/business-clock.js';

const DAY_MS = 86_400_000;

describe('the business clock', () => {
  it('is the real clock at speed 1 with both epochs alike', () => {
    expect(businessNowMs(REAL_TIME, 1_782_950_400_123)).toBe(1_782_950_400_123);
    expect(realDelayMs(REAL_TIME, 5_000, 2_000)).toBe(3_000);
  });

  it('passes a business day in a second at speed 86 400', () => {
    const clock = settings({ speed: 86_400 });
    expect(businessNowMs(clock, clock.realEpochMs + 1_000)).toBe(clock.businessEpochMs + DAY_MS);
    expect(realDelayMs(clock, clock.businessEpochMs + 7 * DAY_MS, clock.realEpochMs)).toBe(7_000);
  });

  it('waits not at all for what has already come', () => {
    const clock = settings({ speed: 1_000 });
    expect(realDelayMs(clock, clock.businessEpochMs - 1, clock.realEpochMs)).toBe(0);
    expect(realDelayMs(clock, clock.businessEpochMs, clock.realEpochMs)).toBe(0);
  });

  it('has always arrived after the delay it named, and was not there 2 ms before', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: CLOCK_SPEED_MAX, noNaN: true }),
        fc.integer({ min: -DAY_MS, max: 400 * DAY_MS }),
        fc.integer({ min: 0, max: DAY_MS }),
        (speed, untilAfterMs, realAfterMs) => {
          const clock = settings({ speed });
          const until = clock.businessEpochMs + untilAfterMs;
          const now = clock.realEpochMs + realAfterMs;
          const delay = realDelayMs(clock, until, now);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(businessNowMs(clock, now + delay)).toBeGreaterThanOrEqual(until);
          expect(delay <= 2 || businessNowMs(clock, now + delay - 2) < until).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['stands still', settings({ speed: 0 })],
    ['runs backwards', settings({ speed: -1 })],
    ['is not a number', settings({ speed: Number.NaN })],
    ['skips days', settings({ speed: CLOCK_SPEED_MAX + 1 })],
    ['has no epoch', settings({ realEpochMs: Number.POSITIVE_INFINITY })],
  ])('treats a clock that %s as a bug', (_fault, clock) => {
    expect(() => businessNowMs(clock, 0)).toThrow(AssertionFailure);
    expect(() => realDelayMs(clock, 0, 0)).toThrow(AssertionFailure);
  });

  it('treats a due time that is no number as a bug', () => {
    expect(() => realDelayMs(REAL_TIME, Number.NaN, 0)).toThrow(AssertionFailure);
    expect(() => realDelayMs(REAL_TIME, 0, Number.NaN)).toThrow(AssertionFailure);
  });
});

function settings(changes: Partial<BusinessClockSettings> = {}): BusinessClockSettings {
  return {
    businessEpochMs: 1_767_200_400_000,
    realEpochMs: 1_790_000_000_000,
    speed: 1,
    ...changes,
  };
}
