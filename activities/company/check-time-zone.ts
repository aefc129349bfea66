import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../domain/refusal.js';

/** @throws Refusal `TIME_ZONE_UNKNOWN` when the IANA database has no zone of this name. */
export function checkTimeZone(timeZone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  } catch {
    const detail = `${timeZone} is no time zone; Asia/Jakarta is one.`;
    throw new Refusal({ code: 'TIME_ZONE_UNKNOWN', param: 'timeZone', detail });
  }
}
