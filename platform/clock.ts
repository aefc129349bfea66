import { Temporal } from 'temporal-polyfill';
import {
  businessNowMs,
  REAL_TIME,
  type BusinessClockSettings,
} from '../domain/calendar/business-clock.js';

/** The only source of business time. Instants have milliseconds. */
export type Clock = Readonly<{
  settings: BusinessClockSettings;
  nowMs: () => number;
  now: () => Temporal.Instant;
  /** ISO 8601 instant with milliseconds, as contexts and SQL functions want it. */
  iso: () => string;
  /** The calendar day in `zone`, an IANA name such as `Asia/Jakarta`. */
  today: (zone: string) => Temporal.PlainDate;
}>;

/** A clock that runs as `settings` say; `readRealMs` is the machine's clock, replaced only to make sample history. */
export function createClock(
  settings: BusinessClockSettings = REAL_TIME,
  readRealMs: () => number = Date.now,
): Clock {
  const nowMs = (): number => businessNowMs(settings, readRealMs());
  const now = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Math.floor(nowMs()));
  return {
    settings,
    nowMs,
    now,
    iso: () => new Date(nowMs()).toISOString(),
    today: (zone) => now().toZonedDateTimeISO(zone).toPlainDate(),
  };
}

type ClockRow = Readonly<{ businessEpoch: Date; realEpoch: Date; speed: number }>;

/** Reads the settings that all processes of this installation share; without a row, real time. */
export async function loadClock(
  database: Readonly<{
    prisma: {
      businessClock: { findUnique: (q: { where: { id: number } }) => Promise<ClockRow | null> };
    };
  }>,
): Promise<Clock> {
  const row = await database.prisma.businessClock.findUnique({ where: { id: 1 } });
  if (row === null) return createClock();
  return createClock({
    businessEpochMs: row.businessEpoch.getTime(),
    realEpochMs: row.realEpoch.getTime(),
    speed: row.speed,
  });
}
