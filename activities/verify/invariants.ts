import { AGREED_INVARIANTS } from './agreed-invariants.js';
import type { Invariant } from './invariant.js';
import { SHADOW_INVARIANTS } from './shadow-invariants.js';
import { SUMS_INVARIANTS } from './sums-invariants.js';

/** What waits longer than this, in business time, is stuck. */
const STUCK_AFTER = "interval '2 days'";

/**
 * What must always hold in the books, despite crashes, repetitions and reordering. Each is a query that returns no row.
 * They run after every integration test, after every fault run, and as the online verifier (`lunas verify`).
 */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: 'I1',
    says: 'every journal entry sums to zero and has at least two lines',
    sql: `SELECT e.id || ' ' || e.description AS place FROM journal_entry e
      LEFT JOIN journal_line l ON l.entry_id = e.id GROUP BY e.id
      HAVING coalesce(sum(l.amount), 1) <> 0 OR count(*) < 2 OR count(DISTINCT l.currency) > 1`,
  },
  {
    id: 'I2a',
    says: 'the receivables account equals the open items, by legal entity, customer and currency',
    sql: `SELECT coalesce(b.customer_id, o.customer_id) || ': ledger ' || coalesce(b.balance, 0) || ', open ' || coalesce(o.open, 0) AS place
      FROM (SELECT e.legal_entity_id, l.customer_id, l.currency, sum(l.amount) AS balance FROM journal_line l
        JOIN journal_entry e ON e.id = l.entry_id JOIN account a ON a.code = l.account_code
        WHERE a.role = 'receivables' GROUP BY 1, 2, 3) b
      FULL JOIN (SELECT i.legal_entity_id, o.customer_id, o.currency, sum(o.open_amount) AS open
        FROM open_item o JOIN invoice i ON i.id = o.invoice_id GROUP BY 1, 2, 3) o USING (legal_entity_id, customer_id, currency)
      WHERE coalesce(b.balance, 0) <> coalesce(o.open, 0)`,
  },
  {
    id: 'I2b',
    says: 'the inventory account equals the value of what is on hand, by store',
    sql: `SELECT coalesce(b.store_id, v.store_id) || ': ledger ' || coalesce(b.balance, 0) || ', stock ' || coalesce(v.value, 0) AS place
      FROM (SELECT l.store_id, sum(l.amount) AS balance FROM journal_line l JOIN account a ON a.code = l.account_code
        WHERE a.role = 'inventory' GROUP BY 1) b
      FULL JOIN (SELECT p.store_id, sum(s.value_amount) AS value FROM stock_level s
        JOIN stock_location p ON p.id = s.location_id GROUP BY 1) v USING (store_id)
      WHERE coalesce(b.balance, 0) <> coalesce(v.value, 0)`,
  },
  {
    id: 'I2c',
    says: 'unapplied cash in the ledger equals what is left of the payments, by legal entity and currency',
    sql: `SELECT 'ledger ' || coalesce(b.balance, 0) || ', payments ' || coalesce(p.unapplied, 0) AS place
      FROM (SELECT e.legal_entity_id, l.currency, sum(-l.amount) AS balance FROM journal_line l
        JOIN journal_entry e ON e.id = l.entry_id JOIN account a ON a.code = l.account_code
        WHERE a.role = 'unappliedCash' GROUP BY 1, 2) b
      FULL JOIN (SELECT legal_entity_id, currency, sum(unapplied_amount) AS unapplied FROM payment
        WHERE state <> 'reversed' GROUP BY 1, 2) p USING (legal_entity_id, currency)
      WHERE coalesce(b.balance, 0) <> coalesce(p.unapplied, 0)`,
  },
  {
    id: 'I3a',
    says: 'stock is never oversold: 0 <= reserved <= on hand',
    sql: `SELECT location_id || '/' || item_id AS place FROM stock_level
      WHERE reserved_milli < 0 OR on_hand_milli < reserved_milli`,
  },
  {
    id: 'I3b',
    says: 'what is on hand is the sum of its movements, in quantity and in value',
    sql: `SELECT location_id || '/' || item_id AS place FROM stock_level s
      FULL JOIN (SELECT location_id, item_id, sum(quantity_milli) AS q, sum(value_amount) AS v
        FROM stock_movement GROUP BY 1, 2) m USING (location_id, item_id)
      WHERE coalesce(s.on_hand_milli, 0) <> coalesce(m.q, 0) OR coalesce(s.value_amount, 0) <> coalesce(m.v, 0)`,
  },
  {
    id: 'I3c',
    says: 'what is reserved is the sum of the live reservations',
    sql: `SELECT location_id || '/' || item_id AS place FROM stock_level s
      FULL JOIN (SELECT location_id, item_id, sum(quantity_milli) AS q FROM stock_reservation
        WHERE state = 'live' GROUP BY 1, 2) r USING (location_id, item_id)
      WHERE coalesce(s.reserved_milli, 0) <> coalesce(r.q, 0)`,
  },
  {
    id: 'I4a',
    says: 'an invoice is the sum of its lines, and its instalments and prepayment add up to it',
    sql: `SELECT i.number AS place FROM invoice i
      WHERE i.total_amount <> (SELECT coalesce(sum(l.tax_base_amount + l.tax_amount), 0) FROM invoice_line l WHERE l.invoice_id = i.id)
        OR i.total_amount - i.prepaid_amount <> (SELECT coalesce(sum(o.amount), 0) FROM open_item o
          WHERE o.invoice_id = i.id AND o.kind = 'instalment')`,
  },
  {
    id: 'I4b',
    says: 'credit notes never exceed their invoice',
    sql: `SELECT i.number AS place FROM invoice i JOIN credit_note c ON c.invoice_id = i.id
      GROUP BY i.id HAVING sum(c.total_amount) > i.total_amount`,
  },
  {
    id: 'I4c',
    says: 'a sale is the sum of its lines and of its tenders',
    sql: `SELECT s.number AS place FROM sale s
      WHERE s.total_amount <> (SELECT coalesce(sum(l.tax_base_amount + l.tax_amount), 0) FROM sale_line l WHERE l.sale_id = s.id)
        OR s.total_amount - s.rounding_amount <> (SELECT coalesce(sum(t.amount), 0) FROM sale_tender t WHERE t.sale_id = s.id)`,
  },
  {
    id: 'I5',
    says: 'no bank line became more money than it carries, and none was counted twice',
    sql: `SELECT l.id::text AS place FROM bank_statement_line l JOIN payment p ON p.bank_statement_line_id = l.id
      GROUP BY l.id HAVING sum(p.amount) > abs(l.amount)
      UNION ALL SELECT min(id::text) FROM bank_statement_line
      WHERE outcome NOT IN ('stored', 'duplicate', 'repeat-unclear', 'pending', 'information')
      GROUP BY bank_account_id, fingerprint, occurrence HAVING count(*) > 1
      UNION ALL SELECT l.id::text FROM bank_statement_line l LEFT JOIN bank_statement_line b ON b.id = l.repeats_line_id
      WHERE l.outcome = 'duplicate' AND (b.id IS NULL OR b.bank_account_id <> l.bank_account_id OR b.amount <> l.amount
          AND NOT EXISTS (SELECT 1 FROM bank_statement_line c WHERE c.repeats_line_id = b.id AND c.amount = l.amount
            AND c.outcome = 'duplicate' AND c.outcome_detail->>'by' LIKE 'batch-%')
          OR b.currency <> l.currency OR b.outcome IN ('stored', 'duplicate', 'repeat-unclear', 'pending', 'information'))
      UNION ALL SELECT l.id::text FROM bank_statement_line l JOIN payment p ON p.bank_statement_line_id = l.id
      WHERE l.outcome IN ('stored', 'duplicate', 'repeat-unclear', 'pending', 'information')`,
  },
  {
    id: 'I6a',
    says: 'open amount = amount - live allocations, and never below zero',
    sql: `SELECT o.id::text AS place FROM open_item o
      LEFT JOIN (SELECT open_item_id, sum(amount) AS a FROM allocation WHERE reversed_at IS NULL GROUP BY 1) x ON x.open_item_id = o.id
      WHERE o.open_amount <> o.amount - coalesce(x.a, 0) OR o.open_amount < 0`,
  },
  {
    id: 'I6b',
    says: 'allocations of a payment never exceed it, in its own currency',
    sql: `SELECT p.id::text AS place FROM payment p
      LEFT JOIN (SELECT payment_id, sum(amount) AS a FROM allocation WHERE reversed_at IS NULL AND payment_id IS NOT NULL
        GROUP BY 1) x ON x.payment_id = p.id
      LEFT JOIN remittance r ON r.payment_id = p.id
      WHERE p.state <> 'reversed' AND p.unapplied_amount <> p.amount - coalesce(x.a, 0) - coalesce(r.net_amount, 0)
      UNION ALL SELECT a.id::text FROM allocation a JOIN open_item o ON o.id = a.open_item_id WHERE a.currency <> o.currency`,
  },
  {
    id: 'I6c',
    says: 'a credit note, a write-off and a deduction settle no more than they say',
    sql: `SELECT c.number AS place FROM credit_note c JOIN allocation a ON a.credit_note_id = c.id AND a.reversed_at IS NULL
      GROUP BY c.id HAVING sum(a.amount) > c.total_amount
      UNION ALL SELECT w.id::text FROM write_off w JOIN allocation a ON a.write_off_id = w.id AND a.reversed_at IS NULL
      GROUP BY w.id HAVING sum(a.amount) > w.amount OR w.state <> 'approved'
      UNION ALL SELECT d.id::text FROM deduction d JOIN allocation a ON a.deduction_id = d.id AND a.reversed_at IS NULL
      GROUP BY d.id HAVING sum(a.amount) > d.amount OR d.state = 'reversed'`,
  },
  {
    id: 'I7a',
    says: 'invoice numbers have no gap',
    sql: `SELECT n.prefix AS place FROM number_series n LEFT JOIN invoice i ON i.series_id = n.id
      WHERE n.kind = 'invoice' GROUP BY n.id
      HAVING n.last_number - n.first_number + 1 <> count(i.id)
        OR coalesce(max(i.series_number), n.first_number - 1) <> n.last_number`,
  },
  {
    id: 'I7b',
    says: 'credit note numbers have no gap',
    sql: `SELECT n.prefix AS place FROM number_series n LEFT JOIN credit_note c ON c.series_id = n.id
      WHERE n.kind = 'credit-note' GROUP BY n.id
      HAVING n.last_number - n.first_number + 1 <> count(c.id)
        OR coalesce(max(c.series_number), n.first_number - 1) <> n.last_number`,
  },
  {
    id: 'I8a',
    says: 'each sale has its receipt, and a copy is never an original',
    sql: `SELECT s.number AS place FROM sale s LEFT JOIN receipt r ON r.sale_id = s.id WHERE r.sale_id IS NULL
      UNION ALL SELECT id::text FROM print_job WHERE kind = 'RECEIPT' AND copy_number <> 0`,
  },
  {
    id: 'I8b',
    says: 'receipt serials of a terminal have no gap',
    sql: `SELECT t.code AS place FROM terminal t LEFT JOIN sale s ON s.terminal_id = t.id GROUP BY t.id
      HAVING t.receipt_serial <> count(s.id) OR coalesce(max(s.receipt_serial), 0) <> count(s.id)`,
  },
  {
    id: 'I9',
    says: 'a sale that is not closed has a workflow that was asked for',
    sql: `SELECT s.number AS place FROM sale_lifecycle l JOIN sale s ON s.id = l.sale_id
      WHERE l.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM workflow_start w WHERE w.workflow_id = 'sale:' || s.id)`,
  },
  {
    id: 'I10a',
    says: 'dunning levels of an invoice rise one by one, never twice on one day',
    sql: `SELECT invoice_id || ' level ' || level AS place FROM (
        SELECT i.invoice_id, i.level, n.business_day,
          lag(i.level) OVER w AS before_level, lag(n.business_day) OVER w AS before_day
        FROM dunning_notice_item i JOIN dunning_notice n ON n.id = i.notice_id WHERE n.state = 'sent'
        WINDOW w AS (PARTITION BY i.invoice_id ORDER BY n.business_day, i.level)) x
      WHERE (before_level IS NULL AND level <> 1 AND EXISTS (SELECT 1 FROM invoice v WHERE v.id = x.invoice_id AND v.sale_id IS NOT NULL)) OR level <> before_level + 1 OR business_day <= before_day`,
  },
  {
    id: 'I10b',
    says: 'no notice was sent for an invoice with nothing open',
    sql: `SELECT i.invoice_id || ' on ' || n.business_day AS place FROM dunning_notice_item i
      JOIN dunning_notice n ON n.id = i.notice_id WHERE n.state = 'sent' AND i.open_amount <= 0`,
  },
  {
    id: 'I11a',
    says: 'a placement balances and is the only open one of its invoice',
    sql: `SELECT number AS place FROM placement WHERE placed_amount <> collected_amount + paid_direct_amount
        + adjusted_amount + recalled_amount + written_off_amount + outstanding_amount
      UNION ALL SELECT min(number) FROM placement WHERE closed_at IS NULL GROUP BY invoice_id HAVING count(*) > 1`,
  },
  {
    id: 'I11b',
    says: 'nothing was accepted from an agency from before the placement, after recall or closure, nor on another agency’s case; payments that came before a recall may be told after it',
    sql: `SELECT e.id::text AS place FROM placement_event e JOIN placement p ON p.id = e.placement_id
      WHERE e.agency_id <> p.agency_id OR e.occurred_at < p.placed_at - interval '300 seconds'
        OR ((e.received_at > p.recalled_at OR e.received_at > p.closed_at)
        AND NOT (p.state = 'recalled' AND e.type = 'payment' AND e.occurred_at <= p.recalled_at)
        AND NOT EXISTS (SELECT 1 FROM placement_event c WHERE c.placement_id = e.placement_id
          AND c.type = 'closed' AND c.sequence > e.sequence))`,
  },
  {
    id: 'I11c',
    says: 'an open placement has outstanding what its invoice has open, less what is disputed of it',
    sql: `SELECT p.number || ': outstanding ' || p.outstanding_amount || ', disputed ' || p.recalled_amount || ', open ' || sum(o.open_amount) AS place
      FROM placement p JOIN open_item o ON o.invoice_id = p.invoice_id
      WHERE p.closed_at IS NULL AND p.state <> 'recalled' GROUP BY p.id
      HAVING p.outstanding_amount + p.recalled_amount <> sum(o.open_amount)`,
  },
  {
    id: 'I12',
    says: 'each idempotency key has one request and one answer',
    sql: `SELECT scope || ' ' || key AS place FROM idempotency_record WHERE length(request_hash) <> 32 OR status < 200`,
  },
  {
    id: 'I13',
    says: 'nothing stays in the outbox',
    sql: `SELECT workflow_id AS place FROM workflow_start WHERE started_at IS NULL AND NOT held AND created_at < now() - interval '10 minutes'
      UNION ALL SELECT workflow_id FROM poke WHERE sent_at IS NULL AND NOT held AND created_at < now() - interval '10 minutes'`,
  },
  {
    id: 'I14a',
    says: 'each sale and each allocation has its audit row',
    sql: `SELECT s.number AS place FROM sale s WHERE NOT EXISTS (SELECT 1 FROM audit_row a
        WHERE a.table_name = 'sale' AND a.row_id = s.id::text)
      UNION ALL SELECT x.id::text FROM allocation x WHERE NOT EXISTS (SELECT 1 FROM audit_row a
        WHERE a.table_name = 'allocation' AND a.row_id = x.id::text)`,
  },
  {
    id: 'I14b',
    says: 'who approved is not who asked',
    sql: `SELECT id::text AS place FROM write_off WHERE state = 'approved' AND decided_by = requested_by`,
  },
  // The date may be that of the easternmost store, and clocks may differ by some minutes.
  {
    id: 'I15',
    says: 'nothing is dated in the future, and nothing was booked into a period after it closed',
    sql: `WITH now AS (SELECT $1::timestamptz + interval '5 minutes' AS at), zone AS (
        SELECT id AS legal_entity_id, time_zone FROM legal_entity
        UNION SELECT legal_entity_id, time_zone FROM store),
      latest AS (SELECT z.legal_entity_id, max((now.at AT TIME ZONE z.time_zone)::date) AS day FROM zone z, now GROUP BY 1)
      SELECT e.id::text AS place FROM journal_entry e, now WHERE e.at > now.at
      UNION ALL SELECT 'journal entry ' || e.id FROM journal_entry e JOIN latest t USING (legal_entity_id)
        WHERE e.business_date > t.day
      UNION ALL SELECT 'payment ' || p.id FROM payment p JOIN latest t USING (legal_entity_id) WHERE p.value_date > t.day
      UNION ALL SELECT 'allocation ' || a.id FROM allocation a JOIN open_item o ON o.id = a.open_item_id
        JOIN invoice i ON i.id = o.invoice_id JOIN latest t USING (legal_entity_id)
        WHERE greatest(a.booked_on, a.reversed_on) > t.day
      UNION ALL SELECT 'invoice ' || i.number FROM invoice i JOIN latest t USING (legal_entity_id) WHERE i.issued_on > t.day
      UNION ALL SELECT 'credit note ' || c.number FROM credit_note c JOIN invoice i ON i.id = c.invoice_id
        JOIN latest t USING (legal_entity_id) WHERE c.issued_on > t.day
      UNION ALL SELECT e.id::text FROM journal_entry e JOIN accounting_period p ON p.legal_entity_id = e.legal_entity_id
        AND p.state = 'closed' AND e.business_date BETWEEN p.starts_on AND p.ends_on AND e.at > p.closed_at`,
  },
  {
    id: 'I16',
    says: 'what was delivered on account and not yet invoiced is in the unbilled account, and nothing else',
    sql: `SELECT 'ledger ' || b.balance || ', sales ' || u.amount AS place
      FROM (SELECT coalesce(sum(l.amount), 0) AS balance FROM journal_line l JOIN account a ON a.code = l.account_code
        WHERE a.role = 'unbilled') b,
        (SELECT coalesce(sum(s.on_account_amount), 0) AS amount FROM sale s JOIN sale_lifecycle l ON l.sale_id = s.id
          WHERE l.delivery_state = 'delivered' AND s.on_account_amount > 0
            AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.sale_id = s.id)) u
      WHERE b.balance <> u.amount`,
  },
  {
    id: 'I17',
    says: 'a paid sale does not stay open',
    sql: `SELECT s.number AS place FROM sale s JOIN sale_lifecycle l ON l.sale_id = s.id
      WHERE l.closed_at IS NULL AND s.on_account_amount = 0 AND l.delivery_state = 'delivered'
        AND l.since < $1::timestamptz - ${STUCK_AFTER}
        AND NOT EXISTS (SELECT 1 FROM workflow_start w WHERE w.workflow_id = 'sale:' || s.id AND w.held AND w.started_at IS NULL)`,
  },
  {
    id: 'I18',
    says: 'nothing joins what belongs to different legal entities',
    sql: `SELECT 'journal entry ' || e.id AS place FROM journal_entry e JOIN journal_line l ON l.entry_id = e.id
      JOIN store s ON s.id = l.store_id WHERE s.legal_entity_id <> e.legal_entity_id
      UNION ALL SELECT 'allocation ' || a.id FROM allocation a JOIN open_item o ON o.id = a.open_item_id
        JOIN invoice i ON i.id = o.invoice_id LEFT JOIN deduction d ON d.id = a.deduction_id
        JOIN payment p ON p.id = coalesce(a.payment_id, d.payment_id) WHERE p.legal_entity_id <> i.legal_entity_id
      UNION ALL SELECT 'allocation ' || a.id FROM allocation a JOIN open_item o ON o.id = a.open_item_id
        LEFT JOIN credit_note c ON c.id = a.credit_note_id LEFT JOIN write_off w ON w.id = a.write_off_id
        WHERE coalesce(c.invoice_id, w.invoice_id) <> o.invoice_id
      UNION ALL SELECT 'invoice ' || i.number FROM invoice i LEFT JOIN sale s ON s.id = i.sale_id JOIN store t ON t.id = i.store_id
        JOIN number_series n ON n.id = i.series_id
        WHERE (coalesce(s.legal_entity_id, i.legal_entity_id), t.legal_entity_id, n.legal_entity_id) <> (i.legal_entity_id, i.legal_entity_id, i.legal_entity_id)
      UNION ALL SELECT 'credit note ' || c.number FROM credit_note c JOIN invoice i ON i.id = c.invoice_id
        JOIN number_series n ON n.id = c.series_id WHERE n.legal_entity_id <> i.legal_entity_id
      UNION ALL SELECT 'remittance ' || r.number FROM remittance r JOIN payment p ON p.id = r.payment_id
        JOIN remittance_line l ON l.remittance_id = r.id JOIN placement c ON c.id = l.placement_id
        JOIN invoice i ON i.id = c.invoice_id WHERE p.legal_entity_id <> i.legal_entity_id`,
  },
  ...AGREED_INVARIANTS,
  ...SUMS_INVARIANTS,
  ...SHADOW_INVARIANTS,
];
