import { Temporal } from 'temporal-polyfill';
import type { OpenClaim, PaymentHabits } from '../../../../domain/forecast/forecast-cash.js';
import { accountCode } from '../../../../domain/ledger/accounts.js';
import { Prisma, type PrismaClient } from '../../../../prisma/database.js';
import type { ReportScope } from './report-day.js';

/** Enough to know how somebody pays now; the same days as of the risk score. */
const SETTLED_DAYS = 730;

export type ForecastBooks = Readonly<{
  claims: readonly OpenClaim[];
  habits: PaymentHabits;
  /** Of the receivables account, from the same moment. */
  balance: bigint;
}>;

/** Amounts are text: JSON has no whole numbers beyond 2^53. */
type Claim = Readonly<{
  due_on: string;
  is_placed: boolean;
  segment: string;
  days_late: number | null;
  promised_for: string | null;
  amount: string;
  disputed: string;
  promised: string;
}>;
type Books = Readonly<{
  claims: readonly Claim[];
  segments: readonly Readonly<{ segment: string; days_late: number }>[];
  overall: number | null;
  balance: bigint;
}>;

/**
 * What is open at the end of the day, with what is promised, disputed and placed of it by then, and how late such
 * customers pay, in one statement. Claims are summed up by what the forecast tells apart (days, segments, habits), so
 * that there are no more of them however many invoices are open.
 */
export async function readForecastBooks(
  prisma: PrismaClient,
  scope: ReportScope,
): Promise<ForecastBooks> {
  const [row] = await prisma.$queryRaw<[Books]>`
    WITH ${openAndPaid(scope)}, ${claimsOf(scope)}
    SELECT (SELECT coalesce(jsonb_agg(to_jsonb(claim)), '[]') FROM claim) AS claims,
      (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM
        (SELECT c.segment, ${DAYS_LATE} AS days_late FROM paid p JOIN customer c ON c.id = p.customer_id GROUP BY c.segment) s) AS segments,
      (SELECT ${DAYS_LATE} FROM paid p) AS overall,
      (SELECT coalesce(sum(l.amount), 0)::bigint FROM journal_line l JOIN journal_entry e ON e.id = l.entry_id
        WHERE l.account_code = ${accountCode('receivables')} AND l.currency = ${scope.currency}
          AND e.business_date <= ${scope.asOf}::date) AS balance`;
  const bySegment = new Map(row.segments.map(({ segment, days_late }) => [segment, days_late]));
  return {
    claims: row.claims.map(openClaim),
    habits: { bySegment, overall: row.overall ?? undefined },
    balance: row.balance,
  };
}

/** Average days late of all that `paid p` has, weighted by amount; null without any. */
export const DAYS_LATE = Prisma.sql`round(sum(p.weighted_days) / nullif(sum(p.amount), 0))::int`;

/**
 * `owed`: what is open on the day. `paid`: per customer, the money that settled items, and how many days after they
 * were due it came, times the amount.
 */
export function openAndPaid({ asOf, currency }: ReportScope): Prisma.Sql {
  return Prisma.sql`owed AS MATERIALIZED (SELECT * FROM open_items_as_of(${asOf}::date) WHERE currency = ${currency}),
    paid AS (
      SELECT o.customer_id, sum(a.amount) AS amount, sum(a.amount::numeric * (a.booked_on - o.due_on)) AS weighted_days
      FROM allocation a JOIN open_item o ON o.id = a.open_item_id
      WHERE a.kind = 'payment' AND a.currency = ${currency} AND ${stoodOn(asOf)}
        AND a.booked_on > ${asOf}::date - ${SETTLED_DAYS}::int
        AND NOT EXISTS (SELECT 1 FROM owed WHERE owed.open_item_id = o.id)
      GROUP BY o.customer_id)`;
}

/**
 * `claim`: the open items, told apart. What is promised of an invoice is what is due first, what is disputed is what is
 * due last; what is with an agency is neither. Promises and disputes stand as they stood at the end of the day.
 */
function claimsOf({ asOf }: ReportScope): Prisma.Sql {
  const day = Prisma.sql`${asOf}::date`;
  const dayOf = (at: string) => Prisma.sql`(${Prisma.raw(at)} AT TIME ZONE e.time_zone)::date`;
  const undecided = (at: string) =>
    Prisma.sql`(${Prisma.raw(at)} IS NULL OR ${dayOf(at)} > ${day})`;
  return Prisma.sql`invoiced AS (SELECT DISTINCT o.invoice_id, e.time_zone FROM owed o JOIN legal_entity e ON e.id = o.legal_entity_id),
    placed AS (
      SELECT i.open_item_id FROM invoiced e JOIN placement p ON p.invoice_id = e.invoice_id JOIN placement_item i ON i.placement_id = p.id
      WHERE p.placed_on <= ${day} AND ${undecided('p.closed_at')}),
    disputed AS (
      SELECT d.invoice_id, sum(d.amount) AS amount FROM invoiced e JOIN dispute d ON d.invoice_id = e.invoice_id
      WHERE ${dayOf('d.opened_at')} <= ${day} AND ${undecided('d.resolved_at')} GROUP BY d.invoice_id),
    promised AS (
      SELECT DISTINCT ON (p.invoice_id) p.invoice_id, p.promised_for, p.amount - coalesce((SELECT sum(a.amount) FROM open_item o
          JOIN allocation a ON a.open_item_id = o.id JOIN payment m ON m.id = a.payment_id
          WHERE o.invoice_id = p.invoice_id AND m.value_date >= p.promised_on AND ${stoodOn(asOf)}), 0) AS amount
      FROM invoiced e JOIN promise_to_pay p ON p.invoice_id = e.invoice_id
      WHERE p.promised_on <= ${day} AND (p.state = 'open' OR ${dayOf('p.decided_at')} > ${day})
      ORDER BY p.invoice_id, p.recorded_at DESC, p.id),
    item AS (
      SELECT o.*, o.open_item_id IN (SELECT open_item_id FROM placed) AS is_placed FROM owed o),
    ranged AS (
      SELECT i.*, sum(i.open_amount) OVER (PARTITION BY i.invoice_id, i.is_placed ORDER BY i.due_on, i.open_item_id) AS upper,
        sum(i.open_amount) OVER (PARTITION BY i.invoice_id, i.is_placed) AS whole FROM item i),
    split AS (
      SELECT r.*, p.promised_for, r.upper - r.open_amount AS lower, greatest(coalesce(p.amount, 0), 0) AS promised_to,
        r.whole - least(coalesce(d.amount, 0), r.whole) AS disputed_from
      FROM ranged r LEFT JOIN promised p ON p.invoice_id = r.invoice_id AND NOT r.is_placed
        LEFT JOIN disputed d ON d.invoice_id = r.invoice_id AND NOT r.is_placed),
    part AS (
      SELECT s.due_on, s.is_placed, s.customer_id, s.open_amount, s.promised_for,
        greatest(least(s.upper, s.promised_to, s.disputed_from) - s.lower, 0) AS promised,
        greatest(s.upper - greatest(s.lower, s.disputed_from), 0) AS disputed FROM split s),
    habit AS (SELECT p.customer_id, ${DAYS_LATE} AS days_late FROM paid p GROUP BY p.customer_id),
    claim AS (
      SELECT t.due_on, t.is_placed, CASE WHEN h.days_late IS NULL THEN c.segment ELSE '' END AS segment, h.days_late,
        CASE WHEN t.promised > 0 THEN t.promised_for END AS promised_for, sum(t.open_amount)::text AS amount,
        sum(t.disputed)::text AS disputed, sum(t.promised)::text AS promised
      FROM part t JOIN customer c ON c.id = t.customer_id LEFT JOIN habit h ON h.customer_id = t.customer_id
      GROUP BY 1, 2, 3, 4, 5)`;
}

/** Allocation `a` was booked by the day and not taken back by then. */
function stoodOn(asOf: string): Prisma.Sql {
  return Prisma.sql`a.booked_on <= ${asOf}::date AND (a.reversed_on IS NULL OR a.reversed_on > ${asOf}::date)`;
}

function openClaim(claim: Claim): OpenClaim {
  const until = claim.promised_for;
  return {
    dueOn: Temporal.PlainDate.from(claim.due_on),
    amount: BigInt(claim.amount),
    isPlaced: claim.is_placed,
    disputedAmount: BigInt(claim.disputed),
    promise:
      until === null
        ? undefined
        : { amount: BigInt(claim.promised), until: Temporal.PlainDate.from(until) },
    segment: claim.segment,
    averageDaysLate: claim.days_late ?? undefined,
  };
}
