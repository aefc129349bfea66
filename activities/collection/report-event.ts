import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { daysPastDue } from '../../domain/calendar/business-day.js';
import { applyPlacementEvent } from '../../domain/collection/apply-placement-event.js';
import { refuseReport } from '../../domain/collection/refuse-report.js';
import { commissionOf } from '../../domain/collection/commission.js';
import type { AgencyEventType, Placement } from '../../domain/collection/placement.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { parseCurrency } from '../../domain/money/currency.js';
import type { Money } from '../../domain/money/money.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { PROMISE_RULES } from '../receivable/promise-rules.js';
import { commissionScheduleOf } from './commission-terms.js';
import { statusOf, type BookedState } from './decide-placement.js';

/** One report of an agency about a case, well-formed. */
export type AgencyReportCommand = Readonly<{
  placementId: string;
  sequence: number;
  type: AgencyEventType;
  /** RFC 3339. */
  occurredAt: string;
  amount: Money | undefined;
  /** ISO 8601 day, with a promise. */
  promisedFor: string | undefined;
  reason: string | undefined;
  /** The report as it was sent, as canonical JSON: decides whether a repetition is the same. */
  content: string;
}>;

/** `replayed`: it was told before, or says nothing that we do not know already. */
export type ReportOutcome = Readonly<{ kind: 'recorded' | 'replayed' }>;

/** What `lock_case` says. */
type CaseRow = Readonly<{
  placementId: string;
  state: BookedState;
  currency: string;
  placed: string;
  collected: string;
  paidDirect: string;
  adjusted: string;
  recalled: string;
  writtenOff: string;
  outstanding: string;
  oldestDueOn: string;
  placedOn: string;
  zone: string;
  commissionSchedule: unknown;
  events: readonly Readonly<{ sequence: number; type: AgencyEventType; contentHash: string }>[];
}>;

/**
 * Books one report of an agency, in a transaction that stands behind the agency's fence. Judged by
 * domain/collection under the locks of the case; money is booked and joined to the oldest debt first.
 *
 * Refusals: PLACEMENT_NOT_FOUND and those of `applyPlacementEvent` and `refuseReport`.
 */
export async function reportEvent(
  tx: Transaction,
  ctx: CommandContext,
  report: AgencyReportCommand,
): Promise<ReportOutcome> {
  const { placementId, sequence, type, occurredAt, amount } = report;
  const row = await callIn<CaseRow>(tx, 'lock_case', [ctx, { placementId }]);
  const contentHash = createHash('sha256').update(report.content).digest('hex');
  if (isKnown(row, sequence, contentHash) || isOldNews(row, report)) return { kind: 'replayed' };
  checkDays(row, report, ctx);
  const { kind } = await callIn<ReportOutcome>(tx, 'report_placement_event', [
    ctx,
    {
      placementId,
      sequence,
      type,
      occurredAt,
      contentHash,
      occurredOn: dayIn(row.zone, occurredAt),
      businessDate: dayIn(row.zone, ctx.at),
      content: JSON.parse(report.content) as unknown,
      amount: amount?.amount.toString(),
      currency: amount?.currency,
      promisedFor: report.promisedFor,
      reason: report.reason,
      commissionAmount: commissionFor(row, report),
      accounts: {
        agencyClearing: accountCode('agencyClearing'),
        unappliedCash: accountCode('unappliedCash'),
        receivables: accountCode('receivables'),
      },
    },
  ]);
  return { kind };
}

function checkDays(
  { zone }: CaseRow,
  { occurredAt, promisedFor }: AgencyReportCommand,
  ctx: CommandContext,
): void {
  const refusal = refuseReport(
    {
      occurredAt: Temporal.Instant.from(occurredAt),
      promisedFor: promisedFor === undefined ? undefined : Temporal.PlainDate.from(promisedFor),
    },
    { now: Temporal.Instant.from(ctx.at), today: Temporal.PlainDate.from(dayIn(zone, ctx.at)) },
    { promisedDaysMax: PROMISE_RULES.maxDays },
  );
  if (refusal !== undefined) throw refusal;
}

function isKnown({ events }: CaseRow, sequence: number, contentHash: string): boolean {
  return events.some((event) => event.sequence === sequence && event.contentHash === contentHash);
}

/** The judgement of domain/collection. Refuses what may not be reported on the case as it stands. */
function isOldNews(
  row: CaseRow,
  { sequence, type, occurredAt, amount, content }: AgencyReportCommand,
): boolean {
  const outcome = applyPlacementEvent(placementOf(row), {
    kind: 'report',
    occurredAt: Temporal.Instant.from(occurredAt),
    sequence,
    type,
    amount,
    content,
  });
  if (outcome.kind === 'refused') throw outcome.refusal;
  return outcome.kind === 'replayed';
}

/** The case as domain/collection sees it. Reports of the same number are compared by the hash of their content before. */
function placementOf(row: CaseRow): Placement {
  const closing = row.events.find(({ type }) => type === 'closed');
  return {
    placementId: row.placementId,
    currency: parseCurrency(row.currency),
    status: statusOf({ state: row.state, hasReports: row.events.length > 0 }),
    balance: {
      placed: BigInt(row.placed),
      collectedByAgency: BigInt(row.collected),
      paidDirect: BigInt(row.paidDirect),
      adjusted: BigInt(row.adjusted),
      recalled: BigInt(row.recalled),
      writtenOff: BigInt(row.writtenOff),
      outstanding: BigInt(row.outstanding),
    },
    seen: new Map(row.events.map(({ sequence, contentHash }) => [sequence, contentHash])),
    lastSequence: Math.max(0, ...row.events.map(({ sequence }) => sequence)),
    applied: new Set(),
    isUncollectible: row.events.some(({ type }) => type === 'uncollectible'),
    closingSequence: row.state === 'closed' ? closing?.sequence : undefined,
  };
}

/** What the agency earns by one payment, as agreed for debts of that age and size when they were placed. */
function commissionFor(row: CaseRow, { type, amount }: AgencyReportCommand): string | undefined {
  if (type !== 'payment' || amount === undefined) return undefined;
  const payment = {
    amount: amount.amount,
    daysPastDueAtPlacement: ageAtPlacement(row),
    placedAmount: BigInt(row.placed),
  };
  return commissionOf([payment], commissionScheduleOf(row.commissionSchedule)).total.toString();
}

/** Days past due of the oldest debt on the day it was placed; what was not due yet counts as due that day. */
export function ageAtPlacement({
  oldestDueOn,
  placedOn,
}: Readonly<{ oldestDueOn: string; placedOn: string }>): number {
  const days = daysPastDue(Temporal.PlainDate.from(oldestDueOn), Temporal.PlainDate.from(placedOn));
  return Math.max(0, days);
}

function dayIn(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}
