import { Temporal } from 'temporal-polyfill';
import { checkRemittance, type ReportedPayment } from '../../domain/collection/check-remittance.js';
import type { CommandContext } from '../../domain/context.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { parseCurrency, type CurrencyCode } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import type { AnswerOf, InputOf } from '../../prisma/commands/command.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { commissionScheduleOf, taxRateOf } from './commission-terms.js';
import { ageAtPlacement } from './report-event.js';

/** What an agency says it pays over; amounts in the smallest booked unit. */
export type RemittanceCommand = Readonly<{
  /** The agency's own number. */
  number: string;
  /** ISO 8601 day. */
  remittedOn: string;
  currency: CurrencyCode;
  gross: bigint;
  commission: bigint;
  taxOnCommission: bigint;
  net: bigint;
  payments: readonly Readonly<{ placementId: string; sequence: number; amount: bigint }>[];
}>;

export type RemittanceOutcome = AnswerOf<typeof collectionCommands.recordRemittance>;

type PaymentRow = Readonly<{
  event_id: string;
  placement_id: string;
  sequence: number;
  amount: bigint;
  currency: string;
  placed_amount: bigint;
  oldest_due_on: string;
  placed_on: string;
  time_zone: string;
  commission_schedule: unknown;
  remitted_by: string | null;
}>;

/**
 * Books an agency's settlement, in a transaction behind the agency's fence: each payment is checked against the
 * agency's reports, the total against the agreed commission.
 *
 * Refusals: those of `checkRemittance`, EVENT_IN_FUTURE, REMITTANCE_CONFLICT, REMITTANCE_MIXED.
 */
export async function recordRemittance(
  tx: Transaction,
  ctx: CommandContext,
  remittance: RemittanceCommand,
): Promise<RemittanceOutcome> {
  const reported = await readReported(tx, remittance);
  const parts = partsOf(remittance, reported, await readTerms(tx));
  const businessDate = businessDateOf(reported, ctx);
  refuseFuture(remittance, businessDate);
  return callIn(tx, collectionCommands.recordRemittance, [
    ctx,
    {
      number: remittance.number,
      currency: remittance.currency,
      remittedOn: remittance.remittedOn,
      gross: remittance.gross.toString(),
      commission: remittance.commission.toString(),
      taxOnCommission: remittance.taxOnCommission.toString(),
      net: remittance.net.toString(),
      lines: parts,
      businessDate,
      accounts: {
        commission: accountCode('commission'),
        inputTax: accountCode('inputTax'),
        agencyClearing: accountCode('agencyClearing'),
      },
    },
  ]);
}

/** ISO 8601 days compare as texts. */
function refuseFuture({ remittedOn }: RemittanceCommand, today: string): void {
  if (remittedOn <= today) return;
  throw new Refusal({
    code: 'EVENT_IN_FUTURE',
    param: 'remittedOn',
    detail: 'Money that has not been paid over yet is not remitted.',
  });
}

type Line = InputOf<typeof collectionCommands.recordRemittance>['lines'][number];

/**
 * A remittance whose number is known may be a repetition: its payments are remitted already, and SQL compares the
 * whole.
 */
function partsOf(
  remittance: RemittanceCommand,
  reported: readonly PaymentRow[],
  terms: Parameters<typeof checkRemittance>[2],
): Line[] {
  const { currency, gross, commission, taxOnCommission, net } = remittance;
  const decision = checkRemittance(
    {
      currency,
      gross,
      commission,
      taxOnCommission,
      net,
      payments: remittance.payments.map(({ placementId, sequence, amount }) => ({
        paymentId: paymentIdOf(placementId, sequence),
        amount,
      })),
    },
    reported.map((row) => reportedPayment(row, remittance.number)),
    terms,
  );
  if (decision.kind === 'refused') throw decision.refusal;
  const events = new Map(reported.map((row) => [keyOf(row), row.event_id]));
  return decision.parts.map((part) => ({
    eventId: events.get(part.paymentId) ?? '',
    gross: part.amount.toString(),
    commission: part.commission.toString(),
  }));
}

function reportedPayment(row: PaymentRow, number: string): ReportedPayment {
  const { amount, currency, placed_amount: placedAmount } = row;
  return {
    paymentId: keyOf(row),
    amount,
    currency: parseCurrency(currency),
    placedAmount,
    schedule: commissionScheduleOf(row.commission_schedule),
    daysPastDueAtPlacement: ageAtPlacement({
      oldestDueOn: row.oldest_due_on,
      placedOn: row.placed_on,
    }),
    remittedBy:
      row.remitted_by === null || row.remitted_by === number ? undefined : row.remitted_by,
  };
}

function keyOf({ placement_id: placementId, sequence }: PaymentRow): string {
  return paymentIdOf(placementId, sequence);
}

function paymentIdOf(placementId: string, sequence: number): string {
  return `${placementId}/${sequence}`;
}

/** Row-level security limits the rows to payments of the calling agency. */
function readReported(tx: Transaction, { payments }: RemittanceCommand): Promise<PaymentRow[]> {
  const asked = JSON.stringify(
    payments.map(({ placementId, sequence }) => ({ placementId, sequence })),
  );
  return tx.$queryRaw<PaymentRow[]>`
    SELECT e.id AS event_id, e.placement_id, e.sequence, e.amount, e.currency, c.placed_amount,
      c.oldest_due_on::text, c.placed_on::text, c.time_zone, c.commission_schedule, r.number AS remitted_by
    FROM jsonb_array_elements(${asked}::jsonb) a
    JOIN placement_event e ON e.placement_id = (a->>'placementId')::uuid AND e.sequence = (a->>'sequence')::int
      AND e.type = 'payment'
    JOIN agency_case c ON c.id = e.placement_id
    LEFT JOIN remittance_line l ON l.event_id = e.id
    LEFT JOIN remittance r ON r.id = l.remittance_id`;
}

/** What holds for the calling agency, the only one that row-level security shows. */
async function readTerms(tx: Transaction): Promise<Parameters<typeof checkRemittance>[2]> {
  const agency = await tx.agency.findFirstOrThrow({
    select: { commissionTaxBasisPoints: true },
  });
  return { taxRate: taxRateOf(agency.commissionTaxBasisPoints) };
}

function businessDateOf([first]: readonly PaymentRow[], ctx: CommandContext): string {
  const at = Temporal.Instant.from(ctx.at);
  return at
    .toZonedDateTimeISO(first?.time_zone ?? 'UTC')
    .toPlainDate()
    .toString();
}
