import { Temporal } from 'temporal-polyfill';
import { scoreRisk, type RiskReason } from '../../domain/risk/score-risk.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, PrismaClient } from '../../prisma/database.js';
import { loadPaymentHistories, type CustomerToScore } from './payment-history.js';

/** Customers scored in one batch, with one read and one write; their open and settled items are in memory. */
const BATCH_MAX = 200;
/** A pass ends after so many batches; the next pass goes on. */
const BATCHES_MAX = 250;

/** Before every id. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Scores every customer with past or present items on account that was not scored on this business day, or whose items
 * or promises changed since. Safe to repeat; answers how many were scored.
 */
export async function refreshRisk({
  database,
  clock,
}: Readonly<{ database: Pick<Database, 'prisma'>; clock: Clock }>): Promise<{ scored: number }> {
  const { prisma } = database;
  let after = BEFORE_ALL;
  let scored = 0;
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    // Taken before the books are read, so that later changes are scored again.
    const at = clock.iso();
    const customers = await customersToScore(prisma, { at, after });
    const last = customers.at(-1);
    if (last === undefined) break;
    await scoreAll(prisma, { customers, at });
    scored += customers.length;
    after = last.id;
  }
  return { scored };
}

function customersToScore(
  prisma: PrismaClient,
  { at, after }: Readonly<{ at: string; after: string }>,
): Promise<CustomerToScore[]> {
  return prisma.$queryRaw<CustomerToScore[]>`
    SELECT c.id, d.today::text AS "businessDay" FROM customer c
    CROSS JOIN LATERAL (SELECT (${at}::timestamptz AT TIME ZONE c.time_zone)::date AS today) d
    LEFT JOIN customer_risk r ON r.customer_id = c.id
    WHERE c.id > ${after}::uuid AND EXISTS (SELECT 1 FROM open_item o WHERE o.customer_id = c.id)
      AND (r.customer_id IS NULL OR r.business_day <> d.today
        OR EXISTS (SELECT 1 FROM open_item o WHERE o.customer_id = c.id AND o.created_at >= r.computed_at)
        OR EXISTS (SELECT 1 FROM open_item o JOIN allocation a ON a.open_item_id = o.id
          WHERE o.customer_id = c.id AND greatest(a.booked_at, a.reversed_at) >= r.computed_at)
        OR EXISTS (SELECT 1 FROM promise_to_pay p JOIN invoice i ON i.id = p.invoice_id
          WHERE i.customer_id = c.id AND p.decided_at >= r.computed_at))
    ORDER BY c.id LIMIT ${BATCH_MAX}`;
}

type Batch = Readonly<{ customers: readonly CustomerToScore[]; at: string }>;

async function scoreAll(prisma: PrismaClient, { customers, at }: Batch): Promise<void> {
  const histories = await loadPaymentHistories(prisma, customers);
  const scores = customers.flatMap(({ id, businessDay }) => {
    const history = histories.get(id);
    if (history === undefined) return [];
    const { score, band, reasons } = scoreRisk(history, Temporal.PlainDate.from(businessDay));
    return [{ id, businessDay, score, band, reasons: reasons.map(storedReason) }];
  });
  // A pass that read earlier does not overwrite one that read later.
  await prisma.$executeRaw`
    INSERT INTO customer_risk AS r (customer_id, score, band, reasons, business_day, computed_at)
    SELECT s.id, s.score, s.band, s.reasons, s."businessDay", ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(scores)}::jsonb)
      AS s(id uuid, score int, band text, reasons jsonb, "businessDay" date)
    ORDER BY s.id
    ON CONFLICT (customer_id) DO UPDATE SET score = excluded.score, band = excluded.band,
      reasons = excluded.reasons, business_day = excluded.business_day, computed_at = excluded.computed_at
    WHERE r.computed_at <= excluded.computed_at`;
}

/** JSON has no whole numbers beyond 2^53: amounts are text. */
function storedReason(reason: RiskReason): StoredReason {
  return reason.kind === 'overdue-now'
    ? { ...reason, overdueAmount: reason.overdueAmount.toString() }
    : reason;
}

/** A reason as `customer_risk.reasons` keeps it. */
export type StoredReason =
  | Exclude<RiskReason, { kind: 'overdue-now' }>
  | Readonly<{ kind: 'overdue-now'; points: number; overdueAmount: string; sharePercent: number }>;
