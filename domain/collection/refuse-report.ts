import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../refusal.js';

/** What an agency reports, and for a promise the promised day. */
export type ReportedDays = Readonly<{
  occurredAt: Temporal.Instant;
  promisedFor: Temporal.PlainDate | undefined;
}>;

/** The business time of the decision and of the placement; `today` is the day of the case's legal entity. */
export type ReportMoment = Readonly<{
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  placedAt: Temporal.Instant;
}>;

/** Allowed clock difference; the same as for signed webhooks. */
const CLOCK_DIFFERENCE_SECONDS = 300;

/**
 * Whether the days of an agency's report can be true. A future event is refused: a payment of next year would be money that nobody has. So
 * is one from before the placement: what a customer paid before is no work of the agency, and earns it no commission. A
 * promise stops reminders until its day, so that day must be near; a promised day in the past is only a late report.
 *
 * Refusals: `EVENT_IN_FUTURE`, `EVENT_BEFORE_PLACEMENT`, `PROMISE_TOO_FAR`. Undefined when it may be taken.
 */
export function refuseReport(
  report: ReportedDays,
  moment: ReportMoment,
  rules: Readonly<{ promisedDaysMax: number }>,
): Refusal | undefined {
  return refuseTime(report, moment) ?? refusePromise(report, moment, rules);
}

function refuseTime(
  { occurredAt }: ReportedDays,
  { now, placedAt }: ReportMoment,
): Refusal | undefined {
  const clocks = { seconds: CLOCK_DIFFERENCE_SECONDS };
  if (Temporal.Instant.compare(occurredAt, now.add(clocks)) > 0) {
    const detail = 'What is reported lies in the future.';
    return new Refusal({ code: 'EVENT_IN_FUTURE', param: 'occurredAt', detail });
  }
  if (Temporal.Instant.compare(occurredAt, placedAt.subtract(clocks)) >= 0) return undefined;
  const detail = 'What is reported happened before the case was placed.';
  return new Refusal({ code: 'EVENT_BEFORE_PLACEMENT', param: 'occurredAt', detail });
}

function refusePromise(
  { promisedFor }: ReportedDays,
  { today }: ReportMoment,
  { promisedDaysMax }: Readonly<{ promisedDaysMax: number }>,
): Refusal | undefined {
  const lastDay = today.add({ days: promisedDaysMax });
  if (promisedFor === undefined || Temporal.PlainDate.compare(promisedFor, lastDay) <= 0)
    return undefined;
  const detail = `A promise reaches at most ${promisedDaysMax} days ahead.`;
  return new Refusal({ code: 'PROMISE_TOO_FAR', param: 'promisedFor', detail });
}
