import { Temporal } from 'temporal-polyfill';
import { REAL_TIME } from '../../domain/calendar/business-clock.js';
import type { Clock } from '../../platform/clock.js';

export type SettableClock = Clock &
  Readonly<{
    /** RFC 3339 with offset. */
    set: (instant: string) => void;
  }>;

/** A business clock that stands still until a test sets it. */
export function settableClock(start: string): SettableClock {
  let now = Temporal.Instant.from(start);
  return {
    settings: REAL_TIME,
    now: () => now,
    nowMs: () => now.epochMilliseconds,
    iso: () => now.toString(),
    today: (zone) => now.toZonedDateTimeISO(zone).toPlainDate(),
    set: (instant) => {
      now = Temporal.Instant.from(instant);
    },
  };
}
