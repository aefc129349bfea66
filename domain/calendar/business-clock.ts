import { assert } from '../assert.js';

/**
 * How business time runs: at the real instant `realEpochMs` it was `businessEpochMs` (both milliseconds since 1970),
 * and since then `speed` business milliseconds pass in each real millisecond. Production runs at `REAL_TIME`; a
 * demonstration plays a quarter in minutes at a speed of thousands.
 *
 * This file is part of the Temporal workflow bundle: plain numbers only, no Temporal polyfill.
 */
export type BusinessClockSettings = Readonly<{
  businessEpochMs: number;
  realEpochMs: number;
  speed: number;
}>;

export const REAL_TIME: BusinessClockSettings = { businessEpochMs: 0, realEpochMs: 0, speed: 1 };

/** A year in thirty seconds; faster than that, one round trip would skip a whole business day. */
export const CLOCK_SPEED_MAX = 1_000_000;

/** Business time at a real instant, in whole milliseconds since 1970. */
export function businessNowMs(settings: BusinessClockSettings, realNowMs: number): number {
  return Math.floor(unroundedNowMs(settings, realNowMs));
}

/**
 * Real milliseconds to wait until business time reaches `untilBusinessMs`: 0 when it already has.
 * After that wait, `businessNowMs >= untilBusinessMs`.
 */
export function realDelayMs(
  settings: BusinessClockSettings,
  untilBusinessMs: number,
  realNowMs: number,
): number {
  assert(Number.isFinite(untilBusinessMs), `the due time is not a number: ${untilBusinessMs}`);
  const missingBusinessMs = untilBusinessMs - unroundedNowMs(settings, realNowMs);
  return missingBusinessMs <= 0 ? 0 : Math.ceil(missingBusinessMs / settings.speed);
}

function unroundedNowMs(settings: BusinessClockSettings, realNowMs: number): number {
  assertSettings(settings);
  assert(Number.isFinite(realNowMs), `the real time is not a number: ${realNowMs}`);
  return settings.businessEpochMs + (realNowMs - settings.realEpochMs) * settings.speed;
}

function assertSettings({ businessEpochMs, realEpochMs, speed }: BusinessClockSettings): void {
  assert(
    Number.isFinite(businessEpochMs) && Number.isFinite(realEpochMs),
    'a business clock has two epochs',
  );
  assert(
    Number.isFinite(speed) && speed > 0 && speed <= CLOCK_SPEED_MAX,
    `a business clock runs forward, at most ${CLOCK_SPEED_MAX} times real time, not at ${speed}`,
  );
}
