import { Temporal } from 'temporal-polyfill';
import { refuseReport } from '../../../domain/collection/refuse-report.js';
import { day } from '../../support/bank-files.js';

const now = Temporal.Instant.from('2026-07-01T02:00:00Z');
const placedAt = Temporal.Instant.from('2026-06-01T02:00:00Z');
const moment = { now, today: day('2026-07-01'), placedAt };
const rules = { promisedDaysMax: 60 };

const refusalOf = (occurredAt: string, promisedFor?: string) =>
  refuseReport(
    {
      occurredAt: Temporal.Instant.from(occurredAt),
      promisedFor: promisedFor === undefined ? undefined : day(promisedFor),
    },
    moment,
    rules,
  )?.code;

describe('what an agency reports', () => {
  it('has happened, give or take the difference between two clocks', () => {
    expect(refusalOf('2026-07-01T02:05:00Z')).toBeUndefined();
    expect(refusalOf('2026-07-01T02:05:01Z')).toBe('EVENT_IN_FUTURE');
  });

  it('has happened since the case was placed', () => {
    expect(refusalOf('2026-06-01T01:55:00Z')).toBeUndefined();
    expect(refusalOf('2026-06-01T01:54:59Z')).toBe('EVENT_BEFORE_PLACEMENT');
    expect(refusalOf('2019-01-01T00:00:00Z')).toBe('EVENT_BEFORE_PLACEMENT');
  });

  it('promises money for a day that is near enough to wait for, or past when it comes late', () => {
    expect(refusalOf('2026-07-01T00:00:00Z', '2026-08-30')).toBeUndefined();
    expect(refusalOf('2026-07-01T00:00:00Z', '2026-08-31')).toBe('PROMISE_TOO_FAR');
    expect(refusalOf('2026-06-02T00:00:00Z', '2026-06-10')).toBeUndefined();
  });
});
