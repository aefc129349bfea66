import { Temporal } from 'temporal-polyfill';

/** The business day an instant belongs to: the date on the wall of `zone` (`Asia/Jakarta`). */
export function businessDateAt(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** Of a day that somebody names and today, the one that has come. */
export function notAfter(named: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(named, today) < 0 ? named : today;
}

/** Calendar days from the due date to `today`: 0 on the due date itself, negative before it. */
export function daysPastDue(due: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return due.until(today, { largestUnit: 'days' }).days;
}
