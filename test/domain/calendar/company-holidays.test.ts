import { Temporal } from 'temporal-polyfill';
import {
  companyCalendar,
  companyHolidays,
  isKnown,
  yearWithoutHolidays,
} from '../../../domain/calendar/company-holidays.js';
import { INDONESIAN_HOLIDAYS } from '../../../domain/calendar/indonesian-holidays.js';

const OWN = { kind: 'national', name: { id: 'x', en: 'x' }, confirmed: true } as const;
const day = (text: string) => Temporal.PlainDate.from(text);

describe('the holidays of a company', () => {
  it('are those of the product, as long as it gave none', () => {
    expect(companyHolidays('ID', [])).toEqual(INDONESIAN_HOLIDAYS);
    expect(companyCalendar('ID', []).holidayOn(day('2026-12-25'))).toBeDefined();
    expect(companyHolidays('SG', [])).toEqual([]);
    expect(companyCalendar('SG', []).holidayOn(day('2026-12-25'))).toBeUndefined();
  });

  it('are its own in a year that it gave, and in no other', () => {
    const calendar = companyCalendar('ID', ['2027-03-15']);
    expect(calendar.holidayOn(day('2027-03-15'))).toBeDefined();
    expect(calendar.holidayOn(day('2027-12-25'))).toBeUndefined();
    expect(calendar.holidayOn(day('2026-12-25'))).toBeDefined();
  });

  it.each([
    ['2026-09-30', undefined],
    ['2026-10-01', 2027],
    ['2027-02-01', 2027],
    ['2028-02-01', 2028],
  ])('are asked for in time: on %s for %p', (today, year) => {
    expect(yearWithoutHolidays(companyHolidays('ID', []), day(today))).toBe(year);
  });

  it('are asked for no longer when the year was given', () => {
    const holidays = companyHolidays('ID', [{ ...OWN, date: '2027-01-01' }]);
    expect(isKnown(holidays, 2027)).toBe(true);
    expect(yearWithoutHolidays(holidays, day('2026-12-01'))).toBeUndefined();
    expect(yearWithoutHolidays(holidays, day('2027-10-01'))).toBe(2028);
  });
});
