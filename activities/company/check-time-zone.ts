import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../domain/refusal.js';

/** @throws Refusal `TIME_ZONE_UNKNOWN` when the IANA database has no zone of this name. */
/** A name, no offset: PostgreSQL and ECMAScript read the sign of an offset in opposite ways. */
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

export function checkTimeZone(timeZone: string): void {
  try {
    if (!NAME.test(timeZone)) throw new RangeError('an offset');
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  } catch {
    const detail = `${timeZone} is no time zone; Asia/Jakarta is one.`;
    throw new Refusal({ code: 'TIME_ZONE_UNKNOWN', param: 'timeZone', detail });
  }
}
