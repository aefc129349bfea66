import { Temporal } from 'temporal-polyfill';

type Sold = Readonly<{
  /** When it was sold, by the clock that counts. */
  at: Temporal.Instant;
  /** ISO 8601: the day that the sale is booked on. */
  businessDate: string;
  /** IANA name: where the till stands. */
  timeZone: string;
}>;

/**
 * The moment whose prices a sale has, in milliseconds of the epoch: when it was sold, kept within its business day. A
 * sale after midnight that belongs to the day before has the last prices of that day; one whose clock was wrong has
 * those of the day that it is booked on.
 */
export function pricingMoment({ at, businessDate, timeZone }: Sold): number {
  const day = Temporal.PlainDate.from(businessDate);
  const first = startOf(day, timeZone);
  const next = startOf(day.add({ days: 1 }), timeZone);
  return Math.min(Math.max(at.epochMilliseconds, first), next - 1);
}

/** The moment at which a day begins in a zone (an IANA name), in milliseconds of the epoch. */
export function startOf(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}
