import type { PrismaClient } from '../../../../prisma/database.js';
import type { ReportScope } from '../reports/report-day.js';

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
      (SELECT coalesce(sum(total_amount - prepaid_amount), 0)::bigint FROM invoice WHERE currency = ${currency}
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

export function reminderFigures(
  prisma: PrismaClient,
  { asOf, currency, days }: Period,
): Promise<ReminderFigures[]> {
  return prisma.$queryRaw<ReminderFigures[]>`
    SELECT level, count(*) FILTER (WHERE state = 'sent')::int AS sent,
      count(*) FILTER (WHERE state = 'failed')::int AS failed,
      count(*) FILTER (WHERE state = 'suppressed')::int AS withheld
    FROM dunning_notice WHERE currency = ${currency}
      AND business_day > ${asOf}::date - ${days}::int AND business_day <= ${asOf}::date
    GROUP BY level ORDER BY level`;
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

/** Promises by the day they were for, disputes by the day they were opened and settled, in the company's zone. */
export async function handlingFigures(
  prisma: PrismaClient,
  { asOf, currency, days }: Period,
): Promise<HandlingFigures> {
  const [row] = await prisma.$queryRaw<[HandlingFigures]>`
    WITH promised AS (
      SELECT state FROM promise_to_pay WHERE currency = ${currency}
        AND promised_for > ${asOf}::date - ${days}::int AND promised_for <= ${asOf}::date),
    argued AS (
      SELECT d.amount, (d.opened_at AT TIME ZONE e.time_zone)::date AS opened_on,
        (d.resolved_at AT TIME ZONE e.time_zone)::date AS resolved_on
      FROM dispute d JOIN invoice i ON i.id = d.invoice_id JOIN legal_entity e ON e.id = i.legal_entity_id
      WHERE d.currency = ${currency})
    SELECT
      (SELECT count(*)::int FROM promised WHERE state = 'kept') AS kept,
      (SELECT count(*)::int FROM promised WHERE state = 'broken') AS broken,
      (SELECT count(*)::int FROM promise_to_pay WHERE currency = ${currency} AND state = 'open') AS running,
      count(*) FILTER (WHERE opened_on > ${asOf}::date - ${days}::int AND opened_on <= ${asOf}::date)::int AS opened,
      count(*) FILTER (WHERE resolved_on > ${asOf}::date - ${days}::int AND resolved_on <= ${asOf}::date)::int AS resolved,
      count(*) FILTER (WHERE opened_on <= ${asOf}::date AND (resolved_on IS NULL OR resolved_on > ${asOf}::date))::int AS open,
      coalesce(sum(amount) FILTER (WHERE opened_on <= ${asOf}::date
        AND (resolved_on IS NULL OR resolved_on > ${asOf}::date)), 0)::bigint AS open_amount,
      (SELECT coalesce(sum(amount), 0)::bigint FROM allocation WHERE kind = 'write-off' AND currency = ${currency}
        AND booked_on > ${asOf}::date - ${days}::int AND booked_on <= ${asOf}::date
        AND (reversed_on IS NULL OR reversed_on > ${asOf}::date)) AS written_off
    FROM argued`;
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

export function agencyFigures(
  prisma: PrismaClient,
  { asOf, currency }: ReportScope,
): Promise<AgencyFigures[]> {
  return prisma.$queryRaw<AgencyFigures[]>`
    WITH placed AS (
      SELECT p.id, p.agency_id, p.placed_amount, e.time_zone FROM placement p JOIN invoice i ON i.id = p.invoice_id
      JOIN legal_entity e ON e.id = i.legal_entity_id WHERE p.currency = ${currency} AND p.placed_on <= ${asOf}::date),
    paid AS (
      SELECT p.agency_id, sum(v.amount) AS collected, sum(v.commission_amount) AS commission
      FROM placed p JOIN placement_event v ON v.placement_id = p.id AND v.type = 'payment'
      WHERE (v.received_at AT TIME ZONE p.time_zone)::date <= ${asOf}::date GROUP BY 1),
    remitted AS (
      SELECT agency_id, sum(gross_amount) AS gross FROM remittance
      WHERE currency = ${currency} AND remitted_on <= ${asOf}::date GROUP BY 1)
    SELECT a.code, a.name, count(p.id)::int AS placements, coalesce(sum(p.placed_amount), 0)::bigint AS placed,
      coalesce(max(paid.collected), 0)::bigint AS collected, coalesce(max(paid.commission), 0)::bigint AS commission,
      coalesce(max(remitted.gross), 0)::bigint AS remitted
    FROM agency a JOIN placed p ON p.agency_id = a.id LEFT JOIN paid ON paid.agency_id = a.id
    LEFT JOIN remitted ON remitted.agency_id = a.id
    GROUP BY a.id ORDER BY a.code`;
}
