import type { Temporal } from 'temporal-polyfill';

/** A calendar day as Prisma takes one for a DATE column: midnight UTC. */
export function dateOf(day: Temporal.PlainDate): Date {
  return new Date(`${day.toString()}T00:00:00Z`);
}
