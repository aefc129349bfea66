import { Temporal } from 'temporal-polyfill';

/** A calendar day as Prisma takes one for a DATE column: midnight UTC. */
export function dateOf(day: Temporal.PlainDate): Date {
  return new Date(`${day.toString()}T00:00:00Z`);
}

/** A moment of the shop's day in its own zone. */
export function instantAt(
  day: Temporal.PlainDate,
  { time, zone }: Readonly<{ time: string; zone: string }>,
): Temporal.Instant {
  return day
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();
}
