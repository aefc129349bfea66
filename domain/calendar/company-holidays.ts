import { Temporal } from 'temporal-polyfill';
import { holidayCalendar, NO_HOLIDAYS, type Holiday, type HolidayCalendar } from './holidays.js';
import { INDONESIA, INDONESIAN_HOLIDAYS } from './indonesian-holidays.js';

/** Lists that come with the product, by country (ISO 3166). Other countries have no holidays until a company names them. */
const WITH_THE_PRODUCT: Readonly<
  Record<string, Readonly<{ list: readonly Holiday[]; calendar: HolidayCalendar }>>
> = { ID: { list: INDONESIAN_HOLIDAYS, calendar: INDONESIA } };

/** The holidays of a country: of each year the list that the company gave, else the one of the product. */
export function companyHolidays(country: string, own: readonly Holiday[]): readonly Holiday[] {
  const given = new Set(own.map(({ date }) => yearOf(date)));
  const others = WITH_THE_PRODUCT[country]?.list ?? [];
  return [...own, ...others.filter(({ date }) => !given.has(yearOf(date)))];
}

/** The same, to look days up in; of its own days the company need only give the dates. */
export function companyCalendar(country: string, ownDays: readonly string[]): HolidayCalendar {
  if (ownDays.length === 0) return WITH_THE_PRODUCT[country]?.calendar ?? NO_HOLIDAYS;
  return holidayCalendar(companyHolidays(country, ownDays.map(unnamed)));
}

/** Decrees for a year come in the autumn before; a letter planned months ahead should know them. */
const WARNED_MONTHS_BEFORE = 3;

/** The first year that begins within three months, or has begun, whose holidays are not known for certain. */
export function yearWithoutHolidays(
  holidays: readonly Holiday[],
  today: Temporal.PlainDate,
): number | undefined {
  const last = today.add({ months: WARNED_MONTHS_BEFORE }).year;
  const years = last === today.year ? [last] : [today.year, last];
  return years.find((year) => !isKnown(holidays, year));
}

/** Whether the list of a year is there and decreed. */
export function isKnown(holidays: readonly Holiday[], year: number): boolean {
  const ofYear = holidays.filter(({ date }) => yearOf(date) === year);
  return ofYear.length > 0 && ofYear.every(({ confirmed }) => confirmed);
}

function yearOf(date: string): number {
  return Temporal.PlainDate.from(date).year;
}

function unnamed(date: string): Holiday {
  return { date, kind: 'national', name: { id: '', en: '' }, confirmed: true };
}
