import type pg from 'pg';

/** One invoice in a letter that was sent, with what the tables say of that moment. Amounts are rupiah as numbers. */
export type LetterLine = Readonly<{
  noticeId: string;
  customerId: string;
  language: string;
  businessDay: string;
  sentAt: Date;
  invoiceId: string;
  number: string;
  /** What the letter says. */
  level: number;
  open: number;
  held: number;
  aside: number;
  payBy: string;
  follows: string;
  remindedOn: string | null;
  /** What the tables say. */
  overdue: number;
  openInAll: number;
  disputed: number;
  promised: number;
  lettersBefore: number;
  lastLetterOn: string | null;
  nextStepOn: string | null;
  tolerance: number;
  levels: number;
  fee: number;
  placementDays: number | null;
  placementMinimum: number;
}>;

/** What a customer owes, and its money that was here and not allocated, when a letter was sent. */
export type CustomerMoney = Readonly<{ noticeId: string; overdue: number; money: number }>;

/** An open item as it stood at the moment of a letter `n`. */
const OPEN_THEN = `o.amount - coalesce((SELECT sum(a.amount) FROM allocation a
  WHERE a.open_item_id = o.id AND a.booked_at <= n.created_at
    AND (a.reversed_at IS NULL OR a.reversed_at > n.created_at)), 0)`;

const LINES = `
  SELECT n.id AS "noticeId", n.customer_id AS "customerId", c.language, n.business_day::text AS "businessDay",
    n.sent_at AS "sentAt", i.id AS "invoiceId", i.number, x.level, x.open_amount::float8 AS open,
    x.held_amount::float8 AS held, x.aside_amount::float8 AS aside, x.pay_by::text AS "payBy", x.follows,
    x.reminded_on::text AS "remindedOn",
    (SELECT coalesce(sum(${OPEN_THEN}), 0)::float8 FROM open_item o WHERE o.invoice_id = i.id
      AND o.created_at <= n.created_at AND o.due_on < n.business_day) AS overdue,
    (SELECT coalesce(sum(${OPEN_THEN}), 0)::float8 FROM open_item o WHERE o.invoice_id = i.id
      AND o.created_at <= n.created_at) AS "openInAll",
    (SELECT coalesce(sum(d.amount), 0)::float8 FROM dispute d WHERE d.invoice_id = i.id
      AND d.opened_at <= n.created_at AND (d.resolved_at IS NULL OR d.resolved_at > n.created_at)) AS disputed,
    (SELECT coalesce(sum(p.amount), 0)::float8 FROM promise_to_pay p WHERE p.invoice_id = i.id
      AND p.recorded_at <= n.created_at AND (p.decided_at IS NULL OR p.decided_at > n.created_at)) AS promised,
    (SELECT count(*)::int FROM dunning_notice_item y JOIN dunning_notice m ON m.id = y.notice_id
      WHERE y.invoice_id = i.id AND m.state = 'sent' AND m.sent_at < n.sent_at) AS "lettersBefore",
    (SELECT max(m.business_day)::text FROM dunning_notice_item y JOIN dunning_notice m ON m.id = y.notice_id
      WHERE y.invoice_id = i.id AND m.state = 'sent' AND m.sent_at < n.sent_at) AS "lastLetterOn",
    (SELECT min(step.day)::text FROM (
      SELECT m.business_day AS day FROM dunning_notice_item y JOIN dunning_notice m ON m.id = y.notice_id
      WHERE y.invoice_id = i.id AND m.state = 'sent' AND m.sent_at > n.sent_at
      UNION ALL SELECT q.placed_on FROM placement q WHERE q.invoice_id = i.id AND q.placed_at > n.sent_at
    ) step) AS "nextStepOn",
    r.tolerance_amount::float8 AS tolerance, r.placement_days_past_due AS "placementDays",
    r.placement_minimum_amount::float8 AS "placementMinimum",
    (SELECT count(*)::int FROM dunning_policy_level v WHERE v.policy_id = r.id) AS levels,
    (SELECT coalesce(max(v.fee_amount), 0)::float8 FROM dunning_policy_level v
      WHERE v.policy_id = r.id AND v.level = x.level) AS fee
  FROM dunning_notice n
  JOIN dunning_notice_item x ON x.notice_id = n.id
  JOIN invoice i ON i.id = x.invoice_id
  JOIN customer c ON c.id = n.customer_id
  JOIN LATERAL (SELECT * FROM dunning_policy p WHERE p.currency = n.currency
    AND (p.segment = c.segment OR p.segment IS NULL) ORDER BY p.segment NULLS LAST LIMIT 1) r ON true
  WHERE n.state = 'sent'
  ORDER BY n.sent_at, i.number`;

/** Money that was known to be the customer's: it was found for it when it came, or suggested for one of its items. */
const MONEY = `
  SELECT n.id AS "noticeId",
    (SELECT coalesce(sum(${OPEN_THEN}), 0)::float8 FROM open_item o WHERE o.customer_id = n.customer_id
      AND o.currency = n.currency AND o.created_at <= n.created_at AND o.due_on < n.business_day) AS overdue,
    (SELECT coalesce(sum(p.amount - coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.payment_id = p.id
        AND a.booked_at <= n.created_at
        AND (a.reversed_at IS NULL OR a.reversed_at > n.created_at)), 0)), 0)::float8
      FROM payment p
      WHERE p.currency = n.currency AND p.received_at <= n.created_at
        AND (p.reversed_at IS NULL OR p.reversed_at > n.created_at)
        AND (p.found_customer_id = n.customer_id OR p.found_customer_id IS NULL
          AND p.customer_id = n.customer_id AND EXISTS (SELECT 1 FROM allocation a
            JOIN open_item o ON o.id = a.open_item_id WHERE a.payment_id = p.id
              AND a.booked_at <= n.created_at AND o.customer_id = n.customer_id))) AS money
  FROM dunning_notice n
  WHERE n.state = 'sent'`;

/** Reads every letter that was sent with the facts of its moment. */
export async function readLines(client: pg.Client): Promise<LetterLine[]> {
  return (await client.query<LetterLine>(LINES)).rows;
}

/** Reads what each customer owed and had paid when its letter was sent. */
export async function readMoney(client: pg.Client): Promise<CustomerMoney[]> {
  return (await client.query<CustomerMoney>(MONEY)).rows;
}
