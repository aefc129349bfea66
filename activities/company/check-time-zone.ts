import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../domain/refusal.js';

/** A name, no offset: PostgreSQL and ECMAScript read the sign of an offset in opposite ways. */
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/** @throws Refusal `TIME_ZONE_UNKNOWN` when the IANA database has no zone of this name. */
export function checkTimeZone(timeZone: string): void {
  if (isTimeZone(timeZone)) return;
  const detail = `${timeZone} is no time zone; Asia/Jakarta is one.`;
  throw new Refusal({ code: 'TIME_ZONE_UNKNOWN', param: 'timeZone', detail });
}

/** Whether the IANA database has a zone of this name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    if (!NAME.test(timeZone)) return false;
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}
