import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { companyCalendar } from '../../../domain/calendar/company-holidays.js';
import {
  INDONESIAN_CONTACT_POLICY,
  nextContactTime,
} from '../../../domain/calendar/contact-hours.js';
import type { DunningPolicy } from '../../../domain/dunning/dunning-policy.js';
import { previewLetters } from '../../../domain/dunning/preview-letters.js';

const ZONE = 'Asia/Jakarta';
const HOLIDAYS = companyCalendar('ID', []);
const PLACE = {
  zone: ZONE,
  nextContactAt: (at: Temporal.Instant) =>
    nextContactTime({ at, zone: ZONE, policy: INDONESIAN_CONTACT_POLICY, holidays: HOLIDAYS }),
};

function aPolicy(days: readonly number[], changes: Partial<DunningPolicy> = {}): DunningPolicy {
  return {
    levels: days.map((daysPastDue, index) => ({
      level: index + 1,
      daysPastDue,
      minDaysSinceLast: 3,
      feeAmount: undefined,
      template: 'reminder-friendly',
    })),
    placement: { daysPastDue: 35, minDaysSinceLast: 3, minAmount: 500_000n },
    transitDays: 1,
    smallRest: 5_000n,
    knownFees: [],
    customerMinimum: 50_000n,
    customerMinDays: 2,
    bankDataMaxAgeDays: 10,
    ...changes,
  };
}

const day = (text: string) => Temporal.PlainDate.from(text);
const local = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('the letters about an invoice', () => {
  it('leave on working days at eight, and then the agency takes over', () => {
    const debt = { dueOn: day('2026-12-19'), amount: 1_000_000n };
    const { letters, afterwards } = previewLetters(debt, aPolicy([5, 14, 25]), PLACE);
    // The 24th is joint leave and the 25th Christmas.
    expect(letters.map(({ at }) => local(at))).toEqual([
      '2026-12-26T08:00',
      '2027-01-02T08:00',
      '2027-01-13T08:00',
    ]);
    expect(letters.map(({ follows }) => follows)).toEqual(['reminder', 'reminder', 'agency']);
    expect(afterwards.kind === 'place' && local(afterwards.at)).toBe('2027-01-23T00:00');
  });

  it.each([
    [4_000n, aPolicy([5]), 0, 'small-rest'],
    [40_000n, aPolicy([5]), 0, 'below-customer-minimum'],
    [400_000n, aPolicy([5]), 1, 'not-for-placement'],
    [900_000n, aPolicy([5], { placement: undefined }), 1, 'not-for-placement'],
    [900_000n, aPolicy([], { placement: undefined }), 0, 'not-for-placement'],
  ] as const)('of %p: a person decides in the end', (amount, policy, ...expected) => {
    const [count, reason] = expected;
    const { letters, afterwards } = previewLetters(
      { dueOn: day('2026-12-01'), amount },
      policy,
      PLACE,
    );
    expect([letters.length, afterwards]).toEqual([count, { kind: 'hold', reason }]);
  });

  it('come one after the other, each after the deadline of the one before, never on a day off', () => {
    const levels = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 9 });
    fc.assert(
      fc.property(levels, fc.integer({ min: 0, max: 700 }), (days, later) => {
        const policy = aPolicy(days.toSorted((a, b) => a - b));
        const dueOn = day('2025-01-01').add({ days: later });
        const { letters } = previewLetters({ dueOn, amount: 1_000_000n }, policy, PLACE);
        expect(letters).toHaveLength(days.length);
        letters.forEach(({ at }, index) => {
          const on = at.toZonedDateTimeISO(ZONE).toPlainDate();
          expect([on.dayOfWeek === 7, HOLIDAYS.holidayOn(on)]).toEqual([false, undefined]);
          const before = letters[index - 1];
          const isLater = before === undefined || Temporal.PlainDate.compare(on, before.payBy) > 0;
          expect(isLater).toBe(true);
        });
      }),
    );
  });
});
