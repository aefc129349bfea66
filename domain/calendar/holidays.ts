import type { Temporal } from 'temporal-polyfill';

/**
 * `national`: a public holiday. `jointLeave` (cuti bersama): offices, banks and debtors are away as
 * on a holiday. `confirmed` is false until the joint ministerial decree for that year was read.
 */
export type Holiday = Readonly<{
  date: string;
  kind: 'national' | 'jointLeave';
  name: Readonly<{ id: string; en: string }>;
  confirmed: boolean;
}>;

/** The holidays of a country, regardless of the day of the week. */
export type HolidayCalendar = Readonly<{
  holidayOn(date: Temporal.PlainDate): Holiday | undefined;
  /** False when the table says nothing about that year, so that no holiday means "not known". */
  coversYear(year: number): boolean;
}>;

/** A calendar from a list of holidays; of two on one date the first is kept. */
export function holidayCalendar(holidays: readonly Holiday[]): HolidayCalendar {
  const byDate = new Map(holidays.toReversed().map((holiday) => [holiday.date, holiday]));
  const years = new Set(holidays.map(({ date }) => Number(date.slice(0, YEAR_DIGITS))));
  return {
    holidayOn: (date) => byDate.get(date.toString()),
    coversYear: (year) => years.has(year),
  };
}

export const NO_HOLIDAYS: HolidayCalendar = holidayCalendar([]);

const YEAR_DIGITS = 4;
