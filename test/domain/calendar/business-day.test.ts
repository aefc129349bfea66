import { Temporal } from 'temporal-polyfill';
import { businessDateAt, daysPastDue, notAfter } from '../../../domain/calendar/business-day.js';

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

describe('daysPastDue', () => {
  it('is zero on the due date itself: due today is not overdue', () => {
    const due = day('2026-07-03');
    expect(
      ['2026-07-02', '2026-07-03', '2026-07-04', '2026-09-01'].map((date) =>
        daysPastDue(due, day(date)),
      ),
    ).toEqual([-1, 0, 1, 60]);
  });
});

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}
