import fc from 'fast-check';
import { bankDay, bankValueDay } from '../../../domain/statement/bank-day.js';
import { NO_PERIOD } from '../../../domain/statement/csv-labels.js';
import { readProfileDate, readProfileValueDate } from '../../../domain/statement/csv-values.js';

describe('a day on which a bank books', () => {
  it.each([
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 2, 30],
    [0, 3, 2],
    [1899, 12, 31],
    [9999, 12, 31],
  ])('is not %p-%p-%p', (year, month, day) => {
    expect(bankDay({ year, month, day })).toBeUndefined();
  });

  it('is the last of the month when a value date has a day that its month has not', () => {
    expect(bankValueDay({ year: 2026, month: 2, day: 30 })?.toString()).toBe('2026-02-28');
    expect(bankValueDay({ year: 2026, month: 2, day: 32 })).toBeUndefined();
    expect(bankValueDay({ year: 2026, month: 13, day: 31 })).toBeUndefined();
  });

  it('is never of another month than was written', () => {
    const part = fc.integer({ min: -1, max: 40 });
    fc.assert(
      fc.property(part, part, (month, day) => {
        const found = bankValueDay({ year: 2026, month, day });
        expect(found === undefined || found.month === month).toBe(true);
      }),
    );
  });
});

describe('a value date of a CSV file', () => {
  const profile = { dateFormats: ['DD/MM/YYYY'] };

  it.each([
    ['28/02/2026', '2026-02-28'],
    ['30/02/2026', '2026-02-28'],
    ['31/04/2026', '2026-04-30'],
    ['01/13/2026', undefined],
    ['', undefined],
    ['2026-02-28', undefined],
  ])('%s is read as in every other format: %s', (written, expected) => {
    expect(readProfileValueDate(written, profile, NO_PERIOD)?.toString()).toBe(expected);
  });

  it('is no booking date when the calendar does not have the day', () => {
    expect(readProfileDate('30/02/2026', profile, NO_PERIOD)).toMatchObject({ kind: 'fault' });
  });
});
