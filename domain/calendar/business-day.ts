import { Temporal } from 'temporal-polyfill';

/** The business day of an instant: its date in `zone` (`Asia/Jakarta`). */
export function businessDateAt(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** The earlier of the two days: a named day that lies in the future becomes today. */
export function notAfter(named: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(named, today) < 0 ? named : today;
}

/** Calendar days from the due date to `today`: 0 on the due date itself, negative before it. */
export function daysPastDue(due: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return due.until(today, { largestUnit: 'days' }).days;
}
