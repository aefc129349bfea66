import type { Invariant } from './invariant.js';

/** Amounts of both sides differ; the side without the row counts as zero. */
function differ(...columns: readonly string[]): string {
  return columns
    .map((column) => `coalesce(kept.${column}, 0) <> coalesce(made.${column}, 0)`)
    .join(' OR ');
}

const FOLDED_TO = '(SELECT folded_to FROM ledger_fold)';
const DEBIT_AND_CREDIT = differ('debit_amount', 'credit_amount');

/** That each sum that is kept, so that reports stay fast, is what its documents add up to. */
export const SUMS_INVARIANTS: readonly Invariant[] = [
  {
    id: 'I23a',
    says: 'what is kept of the journal by day, account and store is the sum of its entries',
    sql: `SELECT business_date || ' ' || account_code AS place FROM ledger_day kept
      FULL JOIN journal_sums(0, ${FOLDED_TO}) made
        USING (currency, business_date, account_code, store_id, legal_entity_id) WHERE ${DEBIT_AND_CREDIT}`,
  },
  {
    id: 'I23b',
    says: 'what is kept of the journal by month is the sum of its days',
    sql: `SELECT month || ' ' || account_code AS place FROM ledger_month kept
      FULL JOIN (SELECT currency, date_trunc('month', business_date::timestamp)::date AS month, account_code, legal_entity_id,
        sum(debit_amount) AS debit_amount, sum(credit_amount) AS credit_amount FROM ledger_day GROUP BY 1, 2, 3, 4) made
        USING (currency, month, account_code, legal_entity_id) WHERE ${DEBIT_AND_CREDIT}`,
  },
  {
    id: 'I23c',
    says: 'what is kept of sales and their cost by day, product and store is the sum of the entries, split over their lines',
    sql: `SELECT business_date || ' ' || item_id AS place FROM margin_day kept
      FULL JOIN margin_sums(0, ${FOLDED_TO}) made USING (currency, business_date, item_id, store_id)
      WHERE ${differ('net_sales_amount', 'cost_amount')}`,
  },
  {
    id: 'I24',
    says: 'an open item is noted as settled since the latest day of what settled it, and not while something is open',
    sql: `SELECT o.id::text AS place FROM open_item o
      LEFT JOIN (SELECT open_item_id, sum(amount) AS amount, max(booked_on) AS latest FROM allocation
        WHERE reversed_at IS NULL GROUP BY 1) a ON a.open_item_id = o.id
      WHERE o.settled_on IS DISTINCT FROM CASE WHEN a.amount >= o.amount THEN greatest(o.counts_from, a.latest) END`,
  },
  {
    id: 'I25',
    says: 'each sale is noted as due on the earliest day on which something open of it is due',
    sql: `SELECT l.sale_id::text AS place FROM sale_lifecycle l
      LEFT JOIN (SELECT i.sale_id, min(o.due_on) AS due_on FROM open_item o JOIN invoice i ON i.id = o.invoice_id
        WHERE o.open_amount > 0 GROUP BY 1) d ON d.sale_id = l.sale_id
      WHERE l.due_on IS DISTINCT FROM d.due_on`,
  },
  {
    id: 'I28a',
    says: 'what promotions gave on a line is part of its discount',
    sql: `SELECT l.id::text AS place FROM sale_line_promotion g JOIN sale_line l ON l.id = g.sale_line_id
      GROUP BY l.id HAVING sum(g.amount) > l.discount_amount`,
  },
  {
    id: 'I28b',
    says: 'a promotion with a limit is counted once for each sale that has it and was not undone',
    sql: `SELECT promotion_id || ' ' || scope AS place FROM promotion_count kept
      FULL JOIN (SELECT promotion_id, scope, count(*) AS used FROM promotion_use
        WHERE given_back_at IS NULL GROUP BY 1, 2) made USING (promotion_id, scope) WHERE ${differ('used')}`,
  },
];
