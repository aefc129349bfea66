import { Temporal } from 'temporal-polyfill';
import { heldUntil, type NextStep } from '../../domain/dunning/decide-next-step.js';
import { firstDayOf } from '../../domain/dunning/planned-days.js';
import {
  reasonsOfStep,
  type PlannedStep,
  type StepReasons,
} from '../../domain/dunning/step-reasons.js';
import type { CommandContext } from '../../domain/context.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import type { Database } from '../../prisma/database.js';
import { firstContactAt, readReceivable, type ReadReceivable } from './receivable-facts.js';

export type ExplainedStep = StepReasons &
  Readonly<{
    read: ReadReceivable;
    /** When the planned step comes: a letter in the first hour of contact on or after its day. */
    plannedAt: Temporal.Instant | undefined;
    /** The same of the step after it. */
    afterwardsAt: Temporal.Instant | undefined;
    /** Undefined when the hours of contact do not move it to another day. */
    movedFrom: Temporal.PlainDate | undefined;
  }>;

/** The next step of one invoice with its reasons, decided from the books as they are; null when there is no such receivable. */
export async function explainStep(
  database: Database,
  ctx: CommandContext,
  invoiceId: string,
): Promise<ExplainedStep | null> {
  const row = await database.call(receivableCommands.receivableFacts, ctx, { invoiceId });
  if (row === null) return null;
  const read = readReceivable(row, Temporal.Instant.from(ctx.at));
  const reasons = reasonsOfStep(read.facts, read.policy, read.moment);
  return { ...reasons, read, ...plannedTime(reasons, read) };
}

function plannedTime({ step, planned, afterwards }: StepReasons, read: ReadReceivable) {
  const { zone } = read.moment;
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  const start = startOf(planned, read);
  const from = start && heldBack(start, step);
  const plannedAt = contactFrom(planned, from, read);
  const afterwardsAt = contactFrom(afterwards, startOf(afterwards, read), read);
  if (from === undefined || plannedAt === undefined) {
    return { plannedAt, afterwardsAt, movedFrom: undefined };
  }
  const day = dayOf(from);
  return { plannedAt, afterwardsAt, movedFrom: dayOf(plannedAt).equals(day) ? undefined : day };
}

/** The beginning of the first day that the rules allow, or now when it has passed. */
function startOf(
  planned: PlannedStep | undefined,
  { moment }: ReadReceivable,
): Temporal.Instant | undefined {
  const start = firstDayOf(planned?.reasons)?.toZonedDateTime(moment.zone).toInstant();
  return start !== undefined && Temporal.Instant.compare(start, moment.now) < 0
    ? moment.now
    : start;
}

/** Nothing goes before what holds it back has ended. */
function heldBack(start: Temporal.Instant, step: NextStep): Temporal.Instant {
  const until = heldUntil(step);
  return until !== undefined && Temporal.Instant.compare(start, until) < 0 ? until : start;
}

/** A letter waits for the hours of contact, the agency does not. */
function contactFrom(
  planned: PlannedStep | undefined,
  from: Temporal.Instant | undefined,
  { row }: ReadReceivable,
): Temporal.Instant | undefined {
  return planned?.kind === 'letter' && from !== undefined ? firstContactAt(row, from) : from;
}
