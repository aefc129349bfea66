import { Temporal } from 'temporal-polyfill';
import { dayNumber } from '../calendar/day-number.js';

/** Years outside this range are misread dates; PostgreSQL also has no year 0. */
const YEAR_MIN = 1900;
const YEAR_MAX = 2199;

const MONTHS = 12;
const DAYS_OF_MONTH_MAX = 31;

type Parts = Readonly<{ year: number; month: number; day: number }>;

/** The day, or undefined when it is invalid: a 30 February, a thirteenth month, a year out of range. */
export function bankDay({ year, month, day }: Parts): Temporal.PlainDate | undefined {
  if (!isBetween(year, YEAR_MIN, YEAR_MAX) || !isBetween(month, 1, MONTHS)) return undefined;
  if (!isBetween(day, 1, DAYS_OF_MONTH_MAX)) return undefined;
  const key = dayNumber({ year, month, day });
  const known = DAYS.get(key);
  if (known !== undefined || DAYS.has(key)) return known;
  if (DAYS.size >= DAYS_MAX) DAYS.clear();
  const found = calendarDay({ year, month, day });
  DAYS.set(key, found);
  return found;
}

/** Days are shared: a year of lines has only 365 of them, and making one costs more than reading its line. */
const DAYS = new Map<number, Temporal.PlainDate | undefined>();
const DAYS_MAX = 1_000;

function calendarDay(parts: Parts): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** As `bankDay`, but a missing day 30 or 31 becomes the month's last day, because banks count months of thirty days. */
export function bankValueDay(parts: Parts): Temporal.PlainDate | undefined {
  const day = bankDay(parts);
  if (day !== undefined || !isBetween(parts.day, 1, DAYS_OF_MONTH_MAX)) return day;
  const first = bankDay({ ...parts, day: 1 });
  return first?.with({ day: first.daysInMonth });
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
