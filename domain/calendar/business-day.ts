import { Temporal } from 'temporal-polyfill';
import { assert } from '../assert.js';
import type { HolidayCalendar } from './holidays.js';

/** Saturday in ISO 8601, where Monday is 1: banks and offices work from Monday to Friday. */
const SATURDAY = 6;

/** Eid with its joint leave rests ten days at most; a calendar that rests a month is broken. */
const REST_DAYS_MAX = 31;

/** Ten years of working days: nobody grants longer terms. */
const BUSINESS_DAYS_MAX = 2_600;

/**
 * When an amount is due, counted from the day of issue.
 *
 * * `net`: so many calendar days later; 0 is the day itself
 * * `endOfMonth`: the last day of the month of issue, or so many months after it
 */
export type DueRule =
  Readonly<{ kind: 'net'; days: number }> | Readonly<{ kind: 'endOfMonth'; monthsLater: number }>;

/** The business day an instant belongs to: the date on the wall of `zone` (`Asia/Jakarta`). */
export function businessDateAt(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** Of a day that somebody names and today, the one that has come. */
export function notAfter(named: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(named, today) < 0 ? named : today;
}

/** The agreed date, even when it falls on a day of rest: terms count calendar days. */
export function dueDate(issuedOn: Temporal.PlainDate, rule: DueRule): Temporal.PlainDate {
  switch (rule.kind) {
    case 'net':
      assert(
        Number.isSafeInteger(rule.days) && rule.days >= 0,
        'terms are whole days from issue on',
      );
      return issuedOn.add({ days: rule.days });
    case 'endOfMonth': {
      const month = issuedOn.with({ day: 1 }).add({ months: rule.monthsLater });
      return month.with({ day: month.daysInMonth });
    }
  }
}

export function isBusinessDay(date: Temporal.PlainDate, holidays: HolidayCalendar): boolean {
  return date.dayOfWeek < SATURDAY && holidays.holidayOn(date) === undefined;
}

/** `date` itself when it is a business day, else the first one after it. */
export function businessDayOnOrAfter(
  date: Temporal.PlainDate,
  holidays: HolidayCalendar,
): Temporal.PlainDate {
  let day = date;
  for (let rest = 0; rest <= REST_DAYS_MAX; rest += 1) {
    if (isBusinessDay(day, holidays)) return day;
    day = day.add({ days: 1 });
  }
  throw new Error(`The holiday calendar has no business day for a month after ${date.toString()}.`);
}

/** The n-th business day after `date`; 0 gives the business day on or after it. */
export function addBusinessDays(
  date: Temporal.PlainDate,
  count: number,
  holidays: HolidayCalendar,
): Temporal.PlainDate {
  assert(
    Number.isSafeInteger(count) && count >= 0 && count <= BUSINESS_DAYS_MAX,
    `business days are counted forward, at most ${BUSINESS_DAYS_MAX}, not ${count}`,
  );
  if (count === 0) return businessDayOnOrAfter(date, holidays);
  let day = date;
  for (let passed = 0; passed < count; passed += 1) {
    day = businessDayOnOrAfter(day.add({ days: 1 }), holidays);
  }
  return day;
}

/** Calendar days from the due date to `today`: 0 on the due date itself, negative before it. */
export function daysPastDue(due: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return due.until(today, { largestUnit: 'days' }).days;
}

export function isOnOrBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) <= 0;
}
