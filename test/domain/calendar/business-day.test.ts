import { Temporal } from 'temporal-polyfill';
import { AssertionFailure } from '../../../domain/assert.js';
import {
  addBusinessDays,
  businessDateAt,
  businessDayOnOrAfter,
  daysPastDue,
  dueDate,
  isBusinessDay,
  isOnOrBefore,
  notAfter,
} from '../../../domain/calendar/business-day.js';
import { NO_HOLIDAYS } from '../../../domain/calendar/holidays.js';
import { INDONESIA } from '../../../domain/calendar/indonesian-holidays.js';

describe('notAfter', () => {
  it.each([
    ['2020-01-01', '2020-01-01'],
    ['2026-03-02', '2026-03-02'],
    ['2026-03-03', '2026-03-02'],
    ['2099-01-01', '2026-03-02'],
  ])('of %s on 2026-03-02 is %s', (named, answer) => {
    const today = Temporal.PlainDate.from('2026-03-02');
    expect(notAfter(Temporal.PlainDate.from(named), today).toString()).toBe(answer);
  });
});

describe('businessDateAt', () => {
  it('is the date on the wall of the zone, not the UTC day', () => {
    const lateEvening = Temporal.Instant.from('2026-07-03T18:30:00Z');
    expect(businessDateAt(lateEvening, 'Asia/Jakarta').toString()).toBe('2026-07-04');
    expect(businessDateAt(lateEvening, 'UTC').toString()).toBe('2026-07-03');
  });
});

describe('dueDate', () => {
  it.each([
    ['2026-07-03', 0, '2026-07-03'],
    ['2026-07-03', 30, '2026-08-02'],
    ['2026-02-28', 1, '2026-03-01'],
  ])('counts calendar days: %s and %i days is %s', (issued, days, due) => {
    expect(dueDate(day(issued), { kind: 'net', days }).toString()).toBe(due);
  });

  it.each([
    ['2026-01-31', 0, '2026-01-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-05', 2, '2028-02-29'],
  ])('finds the end of the month: %s and %i months is %s', (issued, monthsLater, due) => {
    expect(dueDate(day(issued), { kind: 'endOfMonth', monthsLater }).toString()).toBe(due);
  });

  it('treats negative terms as a bug', () => {
    expect(() => dueDate(day('2026-07-03'), { kind: 'net', days: -1 })).toThrow(AssertionFailure);
  });
});

describe('business days', () => {
  it('rest on weekends, holidays and joint leave', () => {
    const rests = ['2026-07-04', '2026-07-05', '2026-08-17', '2026-03-23'];
    expect(rests.filter((date) => isBusinessDay(day(date), INDONESIA))).toEqual([]);
    expect(isBusinessDay(day('2026-07-03'), INDONESIA)).toBe(true);
  });

  it.each([
    ['2026-07-03', 0, '2026-07-03'],
    ['2026-07-04', 0, '2026-07-06'],
    ['2026-07-03', 1, '2026-07-06'],
    ['2026-03-17', 1, '2026-03-25'],
    ['2026-07-01', 5, '2026-07-08'],
  ])('from %s, %i later is %s', (from, count, expected) => {
    expect(addBusinessDays(day(from), count, INDONESIA).toString()).toBe(expected);
  });

  it('are not looked for for ever', () => {
    const always = { ...NO_HOLIDAYS, holidayOn: () => INDONESIA.holidayOn(day('2026-01-01')) };
    expect(() => businessDayOnOrAfter(day('2026-07-03'), always)).toThrow('no business day');
    expect(() => addBusinessDays(day('2026-07-03'), -1, INDONESIA)).toThrow(AssertionFailure);
  });
});

describe('daysPastDue', () => {
  it('is zero on the due date itself: due today is not overdue', () => {
    const due = day('2026-07-03');
    expect(
      ['2026-07-02', '2026-07-03', '2026-07-04', '2026-09-01'].map((date) =>
        daysPastDue(due, day(date)),
      ),
    ).toEqual([-1, 0, 1, 60]);
    expect(isOnOrBefore(due, due)).toBe(true);
    expect(isOnOrBefore(day('2026-07-04'), due)).toBe(false);
  });
});

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}
