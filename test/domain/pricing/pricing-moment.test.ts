import { Temporal } from 'temporal-polyfill';
import { pricingMoment } from '../../../domain/pricing/pricing-moment.js';

const at = (instant: string) =>
  new Date(
    pricingMoment({
      at: Temporal.Instant.from(instant),
      businessDate: '2026-12-01',
      timeZone: 'Asia/Jakarta',
    }),
  ).toISOString();

describe('the moment whose prices a sale has', () => {
  it.each([
    ['is when it was sold', '2026-12-01T10:00:00+07:00', '2026-12-01T03:00:00.000Z'],
    [
      'is the end of its business day after midnight',
      '2026-12-02T01:00:00+07:00',
      '2026-12-01T16:59:59.999Z',
    ],
    [
      'is the beginning of its business day before it',
      '2026-11-01T01:00:00+07:00',
      '2026-11-30T17:00:00.000Z',
    ],
  ])('%s', (_what, sold, expected) => {
    expect(at(sold)).toBe(expected);
  });
});
