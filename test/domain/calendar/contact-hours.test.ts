import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { AssertionFailure } from '../../../domain/assert.js';
import {
  INDONESIAN_CONTACT_POLICY,
  isContactAllowed,
  nextContactTime,
  type Contact,
} from '../../../domain/calendar/contact-hours.js';
import { NO_HOLIDAYS } from '../../../domain/calendar/holidays.js';
import { INDONESIA } from '../../../domain/calendar/indonesian-holidays.js';

describe('isContactAllowed', () => {
  it.each([
    ['a Friday morning', '2026-07-03T09:00:00+07:00', true],
    ['07:59', '2026-07-03T07:59:59+07:00', false],
    ['08:00', '2026-07-03T08:00:00+07:00', true],
    ['19:59', '2026-07-03T19:59:59+07:00', true],
    ['20:00', '2026-07-03T20:00:00+07:00', false],
    ['a Saturday', '2026-07-04T10:00:00+07:00', true],
    ['a Sunday', '2026-07-05T10:00:00+07:00', false],
    ['Independence Day, a Monday', '2026-08-17T10:00:00+07:00', false],
    ['joint leave before Eid, a Friday', '2026-03-20T10:00:00+07:00', false],
  ])('judges %s', (_when, at, allowed) => {
    expect(isContactAllowed(contact({ at: instant(at) }))).toBe(allowed);
  });

  it('asks the wall clock of the debtor, not of the company', () => {
    const at = instant('2026-07-03T18:30:00+07:00');
    expect(isContactAllowed(contact({ at, zone: 'Asia/Jakarta' }))).toBe(true);
    expect(isContactAllowed(contact({ at, zone: 'Asia/Makassar' }))).toBe(true);
    expect(isContactAllowed(contact({ at, zone: 'Asia/Jayapura' }))).toBe(false);
  });
});

describe('nextContactTime', () => {
  it.each([
    ['stays where contact is allowed', '2026-07-03T19:59:00+07:00', '2026-07-03T19:59:00+07:00'],
    ['waits for the morning', '2026-07-03T03:00:00+07:00', '2026-07-03T08:00:00+07:00'],
    ['moves 20:00 to the next morning', '2026-07-03T20:00:00+07:00', '2026-07-04T08:00:00+07:00'],
    ['moves Saturday night to Monday', '2026-07-04T20:00:00+07:00', '2026-07-06T08:00:00+07:00'],
    ['moves a holiday to the day after', '2026-08-17T10:00:00+07:00', '2026-08-18T08:00:00+07:00'],
    ['waits out Eid and its joint leave', '2026-03-17T20:30:00+07:00', '2026-03-25T08:00:00+07:00'],
  ])('%s', (_what, at, expected) => {
    expect(nextContactTime(contact({ at: instant(at) })).toString()).toBe(
      instant(expected).toString(),
    );
  });

  it('opens at the wall time of the zone on the day its clocks change', () => {
    const at = instant('2026-10-04T12:00:00Z');
    const next = nextContactTime(contact({ at, zone: 'Australia/Sydney', holidays: NO_HOLIDAYS }));
    expect(next.toString()).toBe('2026-10-04T21:00:00Z');
  });

  it('never goes back, ends where contact is allowed, and skips nothing on the way', () => {
    fc.assert(
      fc.property(
        instants(),
        fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura', 'Australia/Sydney'),
        (at, zone) => {
          const next = nextContactTime(contact({ at, zone }));
          expect(Temporal.Instant.compare(next, at)).toBeGreaterThanOrEqual(0);
          expect(isContactAllowed(contact({ at: next, zone }))).toBe(true);
          const between = Temporal.Instant.fromEpochMilliseconds(
            Math.floor((at.epochMilliseconds + next.epochMilliseconds) / 2),
          );
          expect(isContactAllowed(contact({ at: between, zone }))).toBe(between.equals(next));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('treats an empty window, and a policy without days, as a bug', () => {
    const at = instant('2026-07-03T20:00:00+07:00');
    const backwards = { ...INDONESIAN_CONTACT_POLICY, from: '20:00', until: '08:00' };
    expect(() => isContactAllowed(contact({ at, policy: backwards }))).toThrow(AssertionFailure);
    const never = { ...INDONESIAN_CONTACT_POLICY, daysOfWeek: [] };
    expect(() => nextContactTime(contact({ at, policy: never }))).toThrow('no window');
  });
});

function contact(changes: Partial<Contact>): Contact {
  return {
    at: instant('2026-07-03T09:00:00+07:00'),
    zone: 'Asia/Jakarta',
    policy: INDONESIAN_CONTACT_POLICY,
    holidays: INDONESIA,
    ...changes,
  };
}

function instant(iso: string): Temporal.Instant {
  return Temporal.Instant.from(iso);
}

function instants(): fc.Arbitrary<Temporal.Instant> {
  return fc
    .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 10, 30) })
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
}
