import { Temporal } from 'temporal-polyfill';
import { INDONESIA, INDONESIAN_HOLIDAYS } from '../../../domain/calendar/indonesian-holidays.js';
import { holidayCalendar, NO_HOLIDAYS } from '../../../domain/calendar/holidays.js';

describe('the Indonesian holidays', () => {
  it('have Eid 2026 on 21 and 22 March with joint leave on 18, 20, 23 and 24', () => {
    const march = INDONESIAN_HOLIDAYS.filter(({ date }) => date.startsWith('2026-03'));
    const dates = (kind: string) =>
      march.filter((holiday) => holiday.kind === kind).map(({ date }) => date);
    expect(dates('national')).toEqual(['2026-03-19', '2026-03-21', '2026-03-22']);
    expect(dates('jointLeave')).toEqual(['2026-03-18', '2026-03-20', '2026-03-23', '2026-03-24']);
  });

  it('count 17 national holidays and 8 days of joint leave in 2026, as decreed', () => {
    const year = INDONESIAN_HOLIDAYS.filter(({ date }) => date.startsWith('2026'));
    expect(year.filter(({ kind }) => kind === 'national')).toHaveLength(17);
    expect(year.filter(({ kind }) => kind === 'jointLeave')).toHaveLength(8);
  });

  it('are dates that exist, each once', () => {
    const dates = INDONESIAN_HOLIDAYS.map(({ date }) => date);
    expect(dates.map((date) => Temporal.PlainDate.from(date).toString())).toEqual(dates);
    expect(new Set(dates).size).toBe(dates.length);
  });

  it('mark what follows from the moon in 2027 as not confirmed', () => {
    const open = INDONESIAN_HOLIDAYS.filter(({ confirmed }) => !confirmed).map(({ date }) => date);
    expect(open).toHaveLength(9);
    expect(open.every((date) => date.startsWith('2027'))).toBe(true);
  });

  it('say which years they know', () => {
    expect([2024, 2025, 2027, 2028].map((year) => INDONESIA.coversYear(year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(NO_HOLIDAYS.coversYear(2026)).toBe(false);
  });
});

describe('holidayCalendar', () => {
  it('keeps the first of two holidays on one date', () => {
    const [first] = INDONESIAN_HOLIDAYS;
    const second = { ...INDONESIAN_HOLIDAYS[1], date: '2025-01-01' } as typeof first;
    const calendar = holidayCalendar([first, second].filter((holiday) => holiday !== undefined));
    expect(calendar.holidayOn(Temporal.PlainDate.from('2025-01-01'))).toBe(first);
  });
});
