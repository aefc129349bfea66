import { Temporal } from 'temporal-polyfill';

/** The last of the days, one of which is known. */
export function latest(days: readonly (Temporal.PlainDate | undefined)[]): Temporal.PlainDate {
  const known = days.flatMap((day) => (day === undefined ? [] : [day]));
  return known.reduce((last, day) => (isAfter(day, last) ? day : last));
}

/** The first of the days; undefined when none is known. */
export function earliest(
  days: readonly (Temporal.PlainDate | undefined)[],
): Temporal.PlainDate | undefined {
  return days.reduce<Temporal.PlainDate | undefined>((first, day) => {
    if (day === undefined) return first;
    return first === undefined || isAfter(first, day) ? day : first;
  }, undefined);
}

/** Whether `a` is a later day than `b`. */
export function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}
