import { Temporal } from 'temporal-polyfill';
import type { OpenClaim, PaymentHabits } from '../../../../domain/forecast/forecast-cash.js';
import { Prisma, type PrismaClient } from '../../../../prisma/database.js';
import { balanceOn } from './ledger-sums.js';
import { owedOn, partsOf, stoodOn } from './owed-on-day.js';
import type { ReportScope } from './report-day.js';

/** How far back payments are read; the same as for the risk score. */
const SETTLED_DAYS = 730;

export type ForecastBooks = Readonly<{
  claims: readonly OpenClaim[];
  habits: PaymentHabits;
  /** Balance of the receivables account at the same moment. */
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
 * Reads in one statement what is open at the end of the day, how much of it is promised, disputed and placed, and how
 * late such customers pay. Claims are grouped by due date, segment and habit, so that their number does not grow with
 * the open invoices.
 */
export async function readForecastBooks(
  prisma: PrismaClient,
  scope: ReportScope,
): Promise<ForecastBooks> {
  const [row] = await prisma.$queryRaw<[Books]>`
    WITH ${openAndPaid(scope)}, ${partsOf(scope)}, ${CLAIMS}
    SELECT (SELECT coalesce(jsonb_agg(to_jsonb(claim)), '[]') FROM claim) AS claims,
      (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM
        (SELECT c.segment, ${DAYS_LATE} AS days_late FROM paid p JOIN customer c ON c.id = p.customer_id GROUP BY c.segment) s) AS segments,
      (SELECT ${DAYS_LATE} FROM paid p) AS overall,
      ${balanceOn(scope, 'receivables')} AS balance`;
  const bySegment = new Map(row.segments.map(({ segment, days_late }) => [segment, days_late]));
  return {
    claims: row.claims.map(openClaim),
    habits: { bySegment, overall: row.overall ?? undefined },
    balance: row.balance,
  };
}

/** Average days late over `paid p`, weighted by amount; null when it is empty. */
export const DAYS_LATE = Prisma.sql`round(sum(p.weighted_days) / nullif(sum(p.amount), 0))::int`;

/**
 * `owed`: open on the day. `paid`: per customer, the money that settled items, and the sum of amount times days late.
 */
export function openAndPaid({ asOf, currency }: ReportScope): Prisma.Sql {
  return Prisma.sql`${owedOn({ asOf, currency })},
    paid AS (
      SELECT o.customer_id, sum(a.amount) AS amount, sum(a.amount::numeric * (a.booked_on - o.due_on)) AS weighted_days
      FROM allocation a JOIN open_item o ON o.id = a.open_item_id
      WHERE a.kind = 'payment' AND a.currency = ${currency} AND ${stoodOn(asOf)}
        AND a.booked_on > ${asOf}::date - ${SETTLED_DAYS}::int
        AND NOT EXISTS (SELECT 1 FROM owed WHERE owed.open_item_id = o.id)
      GROUP BY o.customer_id)`;
}

/** `claim`: the parts of the open items, grouped as the forecast needs them. */
const CLAIMS = Prisma.sql`habit AS (SELECT p.customer_id, ${DAYS_LATE} AS days_late FROM paid p GROUP BY p.customer_id),
    claim AS (
      SELECT t.due_on, t.is_placed, CASE WHEN h.days_late IS NULL THEN c.segment ELSE '' END AS segment, h.days_late,
        CASE WHEN t.promised > 0 THEN t.promised_for END AS promised_for, sum(t.open_amount)::text AS amount,
        sum(t.disputed)::text AS disputed, sum(t.promised)::text AS promised
      FROM part t JOIN customer c ON c.id = t.customer_id LEFT JOIN habit h ON h.customer_id = t.customer_id
      GROUP BY 1, 2, 3, 4, 5)`;

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
