import { Temporal } from 'temporal-polyfill';
import { assert } from '../assert.js';
import type { HolidayCalendar } from './holidays.js';

/**
 * When a debtor may be contacted, by staff, by automation and by agencies alike. Days of the week
 * as in ISO 8601 (Monday 1, Sunday 7); wall times of the debtor's zone as `HH:MM`. `from` is
 * included, `until` is not: 08:00 is allowed, 20:00 is too late.
 */
export type ContactPolicy = Readonly<{
  daysOfWeek: readonly number[];
  from: string;
  until: string;
}>;

/**
 * POJK 22/2023 art. 62(2): Monday to Saturday outside national holidays, 08:00 to 20:00 local time.
 * It binds financial firms; we hold ourselves to it for every receivable.
 */
export const INDONESIAN_CONTACT_POLICY: ContactPolicy = {
  daysOfWeek: [1, 2, 3, 4, 5, 6],
  from: '08:00',
  until: '20:00',
};

export type Contact = Readonly<{
  at: Temporal.Instant;
  /** Where the debtor lives: `Asia/Jakarta`, `Asia/Makassar`, `Asia/Jayapura`, ... */
  zone: string;
  policy: ContactPolicy;
  holidays: HolidayCalendar;
}>;

/** A policy without an open window for two months is a mistake: no notice would ever be sent. */
const SEARCH_DAYS_MAX = 62;

/** Whether the debtor may be contacted at `contact.at`. */
export function isContactAllowed(contact: Contact): boolean {
  const local = contact.at.toZonedDateTimeISO(contact.zone);
  if (!isContactDay(local.toPlainDate(), contact)) return false;
  const time = local.toPlainTime();
  const { from, until } = windowOf(contact.policy);
  return isNotBefore(time, from) && !isNotBefore(time, until);
}

/** `at` itself when contact is allowed then, else the beginning of the next window. */
export function nextContactTime(contact: Contact): Temporal.Instant {
  if (isContactAllowed(contact)) return contact.at;
  const { from } = windowOf(contact.policy);
  let day = contact.at.toZonedDateTimeISO(contact.zone).toPlainDate();
  for (let searched = 0; searched <= SEARCH_DAYS_MAX; searched += 1) {
    const opens = day.toZonedDateTime({ timeZone: contact.zone, plainTime: from }).toInstant();
    if (isContactDay(day, contact) && Temporal.Instant.compare(opens, contact.at) > 0) return opens;
    day = day.add({ days: 1 });
  }
  throw new Error(`The contact policy opens no window within ${SEARCH_DAYS_MAX} days.`);
}

function isContactDay(
  date: Temporal.PlainDate,
  { policy, holidays }: Pick<Contact, 'policy' | 'holidays'>,
): boolean {
  return policy.daysOfWeek.includes(date.dayOfWeek) && holidays.holidayOn(date) === undefined;
}

function windowOf(policy: ContactPolicy): Readonly<{
  from: Temporal.PlainTime;
  until: Temporal.PlainTime;
}> {
  const from = Temporal.PlainTime.from(policy.from);
  const until = Temporal.PlainTime.from(policy.until);
  assert(
    !isNotBefore(from, until),
    `contact hours from ${policy.from} until ${policy.until} are empty`,
  );
  return { from, until };
}

function isNotBefore(time: Temporal.PlainTime, limit: Temporal.PlainTime): boolean {
  return Temporal.PlainTime.compare(time, limit) >= 0;
}
