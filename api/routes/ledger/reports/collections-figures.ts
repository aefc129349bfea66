import { Prisma, type PrismaClient } from '../../../../prisma/database.js';
import {
  DISPUTE,
  endedThen,
  hadEnded,
  happenedBy,
  owedOn,
  partsOf,
  PROMISE,
} from './owed-on-day.js';
import type { ReportScope } from './report-day.js';

export type Period = ReportScope & Readonly<{ days: number }>;

export type ReceivableFigures = Readonly<{
  at_beginning: bigint;
  credit_sales: bigint;
  at_end: bigint;
  not_due_at_end: bigint;
}>;

export async function receivableFigures(
  prisma: PrismaClient,
  { asOf, currency, days }: Period,
): Promise<ReceivableFigures> {
  const [row] = await prisma.$queryRaw<[ReceivableFigures]>`
    SELECT
      (SELECT coalesce(sum(open_amount), 0)::bigint FROM open_items_as_of(${asOf}::date - ${days}::int)
        WHERE currency = ${currency}) AS at_beginning,
      (SELECT coalesce(sum(total_amount - prepaid_amount), 0)::bigint FROM invoice WHERE currency = ${currency} AND sale_id IS NOT NULL
        AND issued_on > ${asOf}::date - ${days}::int AND issued_on <= ${asOf}::date) AS credit_sales,
      coalesce(sum(open_amount), 0)::bigint AS at_end,
      coalesce(sum(open_amount) FILTER (WHERE due_on >= ${asOf}::date), 0)::bigint AS not_due_at_end
    FROM open_items_as_of(${asOf}::date) WHERE currency = ${currency}`;
  return row;
}

export type ReminderFigures = Readonly<{
  level: number;
  sent: number;
  failed: number;
  withheld: number;
}>;

/** A letter row has a time only when it was sent; for others the audit trail gives it. */
const NOTICE_ENDED_AT = Prisma.sql`coalesce(n.sent_at,
  (SELECT max(r.at) FROM audit_row r WHERE r.table_name = 'dunning_notice' AND r.row_id = n.id::text AND r.action = 'update'))`;

/** Counts letters by the day they were begun, if they had ended by the end of the period. */
export function reminderFigures(
  prisma: PrismaClient,
  { asOf, currency, days }: Period,
): Promise<ReminderFigures[]> {
  return prisma.$queryRaw<ReminderFigures[]>`
    SELECT n.level, count(*) FILTER (WHERE n.state = 'sent')::int AS sent,
      count(*) FILTER (WHERE n.state = 'failed')::int AS failed,
      count(*) FILTER (WHERE n.state = 'suppressed')::int AS withheld
    FROM dunning_notice n CROSS JOIN LATERAL (
      SELECT e.time_zone FROM dunning_notice_item x JOIN invoice i ON i.id = x.invoice_id
      JOIN legal_entity e ON e.id = i.legal_entity_id WHERE x.notice_id = n.id LIMIT 1) e
    WHERE n.currency = ${currency} AND n.state <> 'preparing'
      AND n.business_day > ${asOf}::date - ${days}::int AND n.business_day <= ${asOf}::date
      AND ${happenedBy({ asOf }, NOTICE_ENDED_AT)}
    GROUP BY n.level ORDER BY n.level`;
}

export type HandlingFigures = Readonly<{
  kept: number;
  broken: number;
  running: number;
  opened: number;
  resolved: number;
  open: number;
  open_amount: bigint;
  written_off: bigint;
}>;

/**
 * As known at the end of the day: judged promises by the promised day, disputes by the days they were opened and
 * resolved. Running promises and open disputes count up to the open amount, as in the cash forecast.
 */
export async function handlingFigures(
  prisma: PrismaClient,
  period: Period,
): Promise<HandlingFigures> {
  const { asOf, currency, days } = period;
  const inPeriod = (day: string) =>
    Prisma.sql`${Prisma.raw(day)} > ${asOf}::date - ${days}::int AND ${Prisma.raw(day)} <= ${asOf}::date`;
  const [row] = await prisma.$queryRaw<[HandlingFigures]>`
    WITH ${owedOn(period)}, ${partsOf(period)},
    judged AS (
      SELECT coalesce(${endedThen(period, PROMISE)}->>'state', p.state) AS state
      FROM promise_to_pay p JOIN invoice i ON i.id = p.invoice_id JOIN legal_entity e ON e.id = i.legal_entity_id
      WHERE p.currency = ${currency} AND ${inPeriod('p.promised_for')} AND ${hadEnded(period, PROMISE)}),
    argued AS (
      SELECT (d.opened_at AT TIME ZONE e.time_zone)::date AS opened_on, 
        (coalesce((${endedThen(period, DISPUTE)}->>'resolved_at')::timestamptz, d.resolved_at) AT TIME ZONE e.time_zone)::date AS resolved_on
      FROM dispute d JOIN invoice i ON i.id = d.invoice_id JOIN legal_entity e ON e.id = i.legal_entity_id
      WHERE d.currency = ${currency})
    SELECT
      (SELECT count(*)::int FROM judged WHERE state = 'kept') AS kept,
      (SELECT count(*)::int FROM judged WHERE state = 'broken') AS broken,
      (SELECT count(*)::int FROM running) AS running,
      (SELECT count(*)::int FROM argued WHERE ${inPeriod('opened_on')}) AS opened,
      (SELECT count(*)::int FROM argued WHERE ${inPeriod('resolved_on')}) AS resolved,
      (SELECT count(*)::int FROM disputing) AS open,
      (SELECT coalesce(sum(disputed), 0)::bigint FROM part) AS open_amount,
      (SELECT coalesce(sum(amount), 0)::bigint FROM allocation WHERE kind = 'write-off' AND currency = ${currency}
        AND ${inPeriod('booked_on')} AND (reversed_on IS NULL OR reversed_on > ${asOf}::date)) AS written_off`;
  return row;
}

export type AgencyFigures = Readonly<{
  code: string;
  name: string;
  placements: number;
  placed: bigint;
  collected: bigint;
  commission: bigint;
  remitted: bigint;
}>;

/**
 * Reports and remittances of agencies count from the day they came in, not from the day they name. Of a case that another
 * system ran, what was settled before it was brought in counts neither as placed nor as collected.
 */
export function agencyFigures(
  prisma: PrismaClient,
  { asOf, currency }: ReportScope,
): Promise<AgencyFigures[]> {
  return prisma.$queryRaw<AgencyFigures[]>`
    WITH placed AS (
      SELECT p.id, p.agency_id, p.placed_amount - coalesce(p.settled_before_amount, 0) AS placed_amount, e.time_zone FROM placement p JOIN invoice i ON i.id = p.invoice_id
      JOIN legal_entity e ON e.id = i.legal_entity_id WHERE p.currency = ${currency} AND p.placed_on <= ${asOf}::date),
    paid AS (
      SELECT p.agency_id, sum(v.amount) AS collected, sum(v.commission_amount) AS commission
      FROM placed p JOIN placement_event v ON v.placement_id = p.id AND v.type = 'payment'
      WHERE (v.received_at AT TIME ZONE p.time_zone)::date <= ${asOf}::date GROUP BY 1),
    remitted AS (
      SELECT r.agency_id, sum(r.gross_amount) AS gross FROM remittance r JOIN legal_entity e ON e.id = remittance_entity(r.id)
      WHERE r.currency = ${currency} AND ${happenedBy({ asOf }, Prisma.sql`r.received_at`)} GROUP BY 1)
    SELECT a.code, a.name, count(p.id)::int AS placements, coalesce(sum(p.placed_amount), 0)::bigint AS placed,
      coalesce(max(paid.collected), 0)::bigint AS collected, coalesce(max(paid.commission), 0)::bigint AS commission,
      coalesce(max(remitted.gross), 0)::bigint AS remitted
    FROM agency a JOIN placed p ON p.agency_id = a.id LEFT JOIN paid ON paid.agency_id = a.id
    LEFT JOIN remitted ON remitted.agency_id = a.id
    GROUP BY a.id ORDER BY a.code`;
}
