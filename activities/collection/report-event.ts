import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { AgencyReportBody } from '../../contract/collection/agency-reports.js';
import type { CommandContext } from '../../domain/context.js';
import { daysPastDue } from '../../domain/calendar/business-day.js';
import { refuseReport } from '../../domain/collection/refuse-report.js';
import { commissionOf } from '../../domain/collection/commission.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import type { Money } from '../../domain/money/money.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { promiseRulesOf } from '../receivable/promise-rules.js';
import { commissionScheduleOf } from './commission-terms.js';

/** One report of an agency about a case, well-formed. */
export type AgencyReportCommand = Readonly<{
  placementId: string;
  sequence: number;
  type: AgencyReportBody['type'];
  /** RFC 3339. */
  occurredAt: string;
  amount: Money | undefined;
  /** ISO 8601 day, with a promise. */
  promisedFor: string | undefined;
  reason: string | undefined;
  /** The report as sent, in canonical JSON: decides whether a repetition is the same report. */
  content: string;
}>;

/** `replayed`: it was reported before, or says nothing new. */
export type ReportOutcome = Pick<AnswerOf<typeof collectionCommands.reportPlacementEvent>, 'kind'>;

type CaseRow = AnswerOf<typeof collectionCommands.lockCase>;

/**
 * Books one report of an agency, in a transaction that stands behind the agency's fence. Its days and the commission
 * are checked here. Whether the case still takes reports, and how much may have been paid, is checked in SQL under the
 * locks of the case (`report_placement_event`). Money is allocated to the oldest debt first.
 *
 * Refusals: those of `refuseReport`, and from the books `PLACEMENT_NOT_FOUND`, `EVENT_CONFLICT`, `PLACEMENT_CLOSED`,
 * `PLACEMENT_NOT_ACKNOWLEDGED`, `PAYMENT_NOT_POSITIVE`, `PAYMENT_EXCEEDS_OUTSTANDING`, `PAYMENT_CURRENCY_DIFFERS`.
 */
export async function reportEvent(
  tx: Transaction,
  ctx: CommandContext,
  report: AgencyReportCommand,
): Promise<ReportOutcome> {
  const { placementId, sequence, type, occurredAt, amount } = report;
  const row = await callIn(tx, collectionCommands.lockCase, [ctx, { placementId }]);
  const contentHash = createHash('sha256').update(report.content).digest('hex');
  checkDays(row, report, ctx);
  const { kind } = await callIn(tx, collectionCommands.reportPlacementEvent, [
    ctx,
    {
      placementId,
      sequence,
      type,
      occurredAt,
      contentHash,
      occurredOn: dayIn(row.zone, occurredAt),
      businessDate: dayIn(row.zone, ctx.at),
      content: JSON.parse(report.content) as Record<string, unknown>,
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
  { zone, policy, placedAt }: CaseRow,
  { occurredAt, promisedFor }: AgencyReportCommand,
  ctx: CommandContext,
): void {
  const refusal = refuseReport(
    {
      occurredAt: Temporal.Instant.from(occurredAt),
      promisedFor: promisedFor === undefined ? undefined : Temporal.PlainDate.from(promisedFor),
    },
    {
      now: Temporal.Instant.from(ctx.at),
      today: Temporal.PlainDate.from(dayIn(zone, ctx.at)),
      placedAt: Temporal.Instant.from(placedAt),
    },
    { promisedDaysMax: promiseRulesOf(policy).maxDays },
  );
  if (refusal !== undefined) throw refusal;
}

/** The agency's commission on one payment, as agreed for debts of that age and size at placement. */
function commissionFor(row: CaseRow, { type, amount }: AgencyReportCommand): string | undefined {
  // The books refuse what is not above zero.
  if (type !== 'payment' || amount === undefined || amount.amount <= 0n) return undefined;
  const payment = {
    amount: amount.amount,
    daysPastDueAtPlacement: ageAtPlacement(row),
    placedAmount: BigInt(row.placed),
    schedule: commissionScheduleOf(row.commissionSchedule),
  };
  return commissionOf([payment]).total.toString();
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
