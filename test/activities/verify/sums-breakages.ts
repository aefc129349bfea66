import type { Breakage } from './agreed-breakages.js';

const A_SUM = `currency, account_code, legal_entity_id, debit_amount, credit_amount)
    SELECT 'IDR', '1110', id, 1, 0`;
const BY_DAY = `INSERT INTO ledger_day (business_date, store_id, ${A_SUM.replace('SELECT', "SELECT '2026-01-02', uuid_v7(),")} FROM legal_entity`;
const BY_MONTH = `INSERT INTO ledger_month (month, ${A_SUM.replace('SELECT', "SELECT '2026-01-01',")} FROM legal_entity`;

/** What is kept beside the documents says something else than they do. */
export const SUMS_BREAKAGES: readonly Breakage[] = [
  ['the sum of a day holds what nobody booked', 'I23a', BY_DAY, BY_MONTH],
  ['the sum of a month is not that of its days', 'I23b', BY_MONTH],
  [
    'a product has a margin that nobody booked',
    'I23c',
    `INSERT INTO margin_day VALUES ('IDR', '2026-01-02', uuid_v7(), uuid_v7(), 1, 0)`,
  ],
  [
    'an open item passes for settled',
    'I24',
    `UPDATE open_item SET settled_on = counts_from WHERE open_amount > 0`,
  ],
  [
    'a sale passes for due on another day',
    'I25',
    `UPDATE sale_lifecycle SET due_on = '2000-01-01' WHERE closed_at IS NULL`,
  ],
  [
    'a promotion gave more than the discount of its line',
    'I28a',
    `INSERT INTO sale_line_promotion (sale_line_id, place, code, name, amount, currency)
      SELECT id, 1, 'P', 'P', discount_amount + 1, currency FROM sale_line LIMIT 1`,
  ],
  [
    'a promotion is counted without a sale',
    'I28b',
    `INSERT INTO promotion_count (scope, promotion_id, used) VALUES ('all', gen_random_uuid(), 1)`,
  ],
];
