import { Temporal } from 'temporal-polyfill';
import { startOf } from '../../domain/pricing/pricing-moment.js';

/** A moment that somebody plans: as an instant, or as a day (ISO 8601), which begins at midnight of the zone. */
export function plannedMoment(said: string, timeZone: string): Date {
  if (said.includes('T')) return new Date(Temporal.Instant.from(said).epochMilliseconds);
  return new Date(startOf(Temporal.PlainDate.from(said), timeZone));
}
