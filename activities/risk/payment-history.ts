import { Temporal } from 'temporal-polyfill';
import type { PaymentHistory } from '../../domain/risk/score-risk.js';
import type { PrismaClient } from '../../prisma/database.js';

/** Two years show how a customer pays; older payments weigh next to nothing. */
const SETTLED_DAYS_MAX = 730;
/** Pairs of due and settled date per customer: two years of several settlements a day. */
const SETTLED_GROUPS_MAX = 2_000;

export type CustomerToScore = Readonly<{ id: string; businessDay: string }>;

type Row = Readonly<{
  id: string;
  since: string;
  kept: number;
  broken: number;
  open: readonly Readonly<{ amount: string; dueOn: string }>[];
  settled: readonly Readonly<{ amount: string; dueOn: string; settledOn: string }>[];
}>;

/**
 * How each of these customers has paid so far, in its own currency, in one query. A write-off counts as settled on its
 * day; credited amounts were never owed and do not count.
 */
export async function loadPaymentHistories(
  prisma: PrismaClient,
  customers: readonly CustomerToScore[],
): Promise<ReadonlyMap<string, PaymentHistory>> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT c.id, (c.created_at AT TIME ZONE c.time_zone)::date::text AS since, p.kept, p.broken, o.open, s.settled
    FROM jsonb_to_recordset(${JSON.stringify(customers)}::jsonb) AS wanted(id uuid, "businessDay" date)
    JOIN customer c ON c.id = wanted.id
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE p.state = 'kept')::int AS kept,
        count(*) FILTER (WHERE p.state = 'broken')::int AS broken
      FROM promise_to_pay p JOIN invoice i ON i.id = p.invoice_id WHERE i.customer_id = c.id) p
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object('amount', d.amount::text, 'dueOn', d.due_on)), '[]') AS open
      FROM (SELECT due_on, sum(open_amount) AS amount FROM open_item
        WHERE customer_id = c.id AND open_amount > 0 AND currency = c.currency GROUP BY due_on) d) o
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'amount', g.amount::text, 'dueOn', g.due_on, 'settledOn', g.settled_on)), '[]') AS settled
      FROM (SELECT x.due_on, x.settled_on, sum(x.amount) AS amount
        FROM (SELECT i.due_on, max(a.booked_on) AS settled_on, sum(a.amount) AS amount
          FROM open_item i JOIN allocation a ON a.open_item_id = i.id AND a.reversed_at IS NULL
          WHERE i.customer_id = c.id AND i.open_amount = 0 AND i.currency = c.currency
            AND a.kind IN ('payment', 'deduction', 'write-off')
          GROUP BY i.id) x
        WHERE x.settled_on > wanted."businessDay" - ${SETTLED_DAYS_MAX}::int
        GROUP BY x.due_on, x.settled_on ORDER BY x.settled_on DESC, x.due_on DESC LIMIT ${SETTLED_GROUPS_MAX}) g) s`;
  return new Map(rows.map((row) => [row.id, historyOf(row)]));
}

function historyOf({ since, kept, broken, open, settled }: Row): PaymentHistory {
  return {
    customerSince: dayIn(since),
    promises: { kept, broken },
    open: open.map(({ amount, dueOn }) => ({ amount: BigInt(amount), dueOn: dayIn(dueOn) })),
    settled: settled.map(({ amount, dueOn, settledOn }) => ({
      amount: BigInt(amount),
      dueOn: dayIn(dueOn),
      settledOn: dayIn(settledOn),
    })),
  };
}

function dayIn(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
