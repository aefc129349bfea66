import { AGREED_BREAKAGES, type Breakage } from './agreed-breakages.js';

const AN_INVOICE = `(SELECT invoice_id FROM placement LIMIT 1)`;
const A_SALE = `(SELECT id FROM sale ORDER BY number LIMIT 1)`;

const A_SISTER_COMPANY = `INSERT INTO legal_entity
  SELECT (e).* FROM (SELECT jsonb_populate_record(legal_entity, jsonb_build_object('id', uuid_v7(), 'code', 'NSX', 'reference_digits', '98', 'credit_note_limit_amount', 0)) AS e
    FROM legal_entity) x`;

/** What no command can do; each breaks exactly one rule. */
export const BREAKAGES: readonly Breakage[] = [
  ...AGREED_BREAKAGES,
  [
    'a journal entry is out of balance',
    'I1',
    `UPDATE journal_line SET amount = amount + 1 WHERE ctid IN (SELECT ctid FROM journal_line WHERE account_code = '4110' LIMIT 1)`,
  ],
  [
    'a journal entry has no lines',
    'I1',
    `INSERT INTO journal_entry (legal_entity_id, business_date, kind, document_kind, document_id, description, at)
    SELECT id, '2026-01-01', 'x', 'x', uuid_v7(), 'x', '2026-01-01' FROM legal_entity`,
  ],
  [
    'a claim is in the ledger of another customer',
    'I2a',
    `UPDATE journal_line SET customer_id = uuid_v7() WHERE ctid IN (SELECT ctid FROM journal_line WHERE account_code = '1210' LIMIT 1)`,
  ],
  [
    'the ledger has stock in another store',
    'I2b',
    `UPDATE journal_line SET store_id = uuid_v7() WHERE ctid IN (SELECT ctid FROM journal_line WHERE account_code = '1310' LIMIT 1)`,
  ],
  [
    'unapplied cash went elsewhere',
    'I2c',
    `UPDATE journal_line SET account_code = '1120' WHERE ctid IN (SELECT ctid FROM journal_line WHERE account_code = '2220' LIMIT 1)`,
  ],
  [
    'more is reserved than is there',
    'I3a',
    'ALTER TABLE stock_level DROP CONSTRAINT stock_level_not_oversold',
    'UPDATE stock_reservation r SET quantity_milli = v.on_hand_milli + 1 FROM stock_level v WHERE v.item_id = r.item_id AND v.location_id = r.location_id',
    `UPDATE stock_level v SET reserved_milli = on_hand_milli + 1 FROM stock_reservation r WHERE v.item_id = r.item_id AND v.location_id = r.location_id`,
  ],
  [
    'the shelf holds more than was moved there',
    'I3b',
    `UPDATE stock_level SET on_hand_milli = on_hand_milli + 1`,
  ],
  [
    'goods are worth less than they were bought for',
    'I3b',
    `UPDATE stock_movement SET value_amount = value_amount + 1 WHERE kind = 'opening'`,
  ],
  [
    'goods moved where there is no shelf',
    'I3b',
    `INSERT INTO stock_movement (location_id, item_id, kind, quantity_milli, value_amount, currency, document_kind, document_id, business_date, at)
    SELECT uuid_v7(), id, 'receipt', 1, 0, 'IDR', 'x', uuid_v7(), '2026-01-01', '2026-01-01' FROM item LIMIT 1`,
  ],
  ['goods are kept for nobody', 'I3c', `UPDATE stock_reservation SET state = 'released'`],
  [
    'goods are kept where there is no shelf',
    'I3c',
    `INSERT INTO stock_reservation (sale_id, sale_line_id, location_id, item_id, quantity_milli, state, created_at, expires_at)
    SELECT uuid_v7(), uuid_v7(), uuid_v7(), uuid_v7(), 1, 'live', now(), now()`,
  ],
  [
    'a line of an invoice was changed',
    'I4a',
    `UPDATE invoice_line SET tax_amount = tax_amount + 1`,
  ],
  ['an invoice lost its lines', 'I4a', `DELETE FROM invoice_line WHERE invoice_id = ${AN_INVOICE}`],
  [
    'more was prepaid than the instalments leave',
    'I4a',
    `UPDATE invoice SET prepaid_amount = prepaid_amount + 1`,
  ],
  [
    'more was credited than was invoiced',
    'I4b',
    `UPDATE credit_note c SET total_amount = i.total_amount + 1, net_amount = i.total_amount + 1, tax_amount = 0 FROM invoice i WHERE i.id = c.invoice_id`,
  ],
  ['a line of a sale was changed', 'I4c', `UPDATE sale_line SET tax_amount = tax_amount + 1`],
  ['a sale lost its lines', 'I4c', `DELETE FROM sale_line WHERE sale_id = ${A_SALE}`],
  ['a sale lost its tenders', 'I4c', `DELETE FROM sale_tender WHERE sale_id = ${A_SALE}`],
  [
    'a bank line became more money than it carries',
    'I5',
    aBankLine('booked', 1),
    `UPDATE payment SET bank_statement_line_id = (SELECT id FROM bank_statement_line WHERE amount = 1)`,
  ],
  ['a bank line was left out as known, and nothing is known', 'I5', aBankLine('duplicate', 1)],
  [
    'a bank line was booked twice',
    'I5',
    'DROP INDEX bank_statement_line_once',
    aBankLine('booked', 1),
    aBankLine('unmatched', 2),
  ],
  [
    'an item is more open than is left of it',
    'I6a',
    `UPDATE open_item SET open_amount = open_amount - 1 WHERE invoice_id = (SELECT invoice_id FROM credit_note)`,
    `UPDATE open_item SET open_amount = open_amount + 1 WHERE invoice_id = (SELECT invoice_id FROM write_off)`,
  ],
  [
    'a payment has less left than its allocations leave',
    'I6b',
    `UPDATE payment SET unapplied_amount = unapplied_amount - 1 WHERE unapplied_amount = amount`,
    `UPDATE payment SET unapplied_amount = unapplied_amount + 1 WHERE unapplied_amount < amount - 1`,
  ],
  ['an item was settled in another currency', 'I6b', `UPDATE allocation SET currency = 'SGD'`],
  [
    'a credit note settled more than it says',
    'I6c',
    `UPDATE credit_note SET total_amount = 1, net_amount = 1, tax_amount = 0`,
  ],
  [
    'a write-off gave up more than was asked',
    'I6c',
    `UPDATE write_off SET amount = 1 WHERE state = 'approved'`,
  ],
  [
    'a write-off that nobody approved gave something up',
    'I6c',
    `UPDATE write_off SET state = 'requested', decided_by = NULL WHERE state = 'approved'`,
  ],
  [
    'an invoice number was skipped',
    'I7a',
    `UPDATE number_series SET last_number = last_number + 1 WHERE kind = 'invoice'`,
  ],
  [
    'an invoice number is missing in between',
    'I7a',
    `UPDATE invoice SET series_number = series_number + 1 WHERE series_number = (SELECT max(series_number) FROM invoice)`,
  ],
  [
    'a credit note number was skipped',
    'I7b',
    `UPDATE number_series SET last_number = last_number + 1 WHERE kind = 'credit-note'`,
  ],
  ['a sale has no receipt', 'I8a', `DELETE FROM receipt WHERE sale_id = ${A_SALE}`],
  [
    'a copy goes as an original',
    'I8a',
    'ALTER TABLE print_job DROP CONSTRAINT print_job_copy',
    `UPDATE print_job SET copy_number = 1`,
  ],
  [
    'a receipt serial was skipped',
    'I8b',
    `UPDATE terminal SET receipt_serial = receipt_serial + 1`,
  ],
  ['an open sale has no life', 'I9', `DELETE FROM workflow_start WHERE workflow_id LIKE 'sale:%'`],
  ['the first reminder was a second one', 'I10a', aNotice({ level: 2, day: '2026-01-01' })],
  [
    'a level was skipped',
    'I10a',
    aNotice({ level: 1, day: '2026-01-01' }),
    aNotice({ level: 3, day: '2026-01-09' }),
  ],
  [
    'a level came twice',
    'I10a',
    aNotice({ level: 1, day: '2026-01-01' }),
    aNotice({ level: 1, day: '2026-01-09' }),
  ],
  [
    'two letters went out on one day',
    'I10a',
    'DROP INDEX dunning_notice_one_a_day',
    aNotice({ level: 1, day: '2026-01-01' }),
    aNotice({ level: 2, day: '2026-01-01' }),
  ],
  [
    'a reminder was sent for what is paid',
    'I10b',
    aNotice({ level: 1, day: '2026-01-01', open: 0 }),
  ],
  [
    'a placement does not balance',
    'I11a',
    'ALTER TABLE placement DROP CONSTRAINT placement_balance',
    'UPDATE placement SET placed_amount = placed_amount + 1',
  ],
  [
    'an invoice is with two agencies',
    'I11a',
    'DROP INDEX placement_one_open',
    `INSERT INTO placement SELECT (p).* FROM (SELECT jsonb_populate_record(placement, jsonb_build_object('id', uuid_v7(), 'number', 'second')) AS p FROM placement) x`,
  ],
  [
    'an agency reported on a case of another',
    'I11b',
    `UPDATE placement_event SET agency_id = uuid_v7()`,
  ],
  [
    'an agency reported after its case was called back',
    'I11b',
    `UPDATE placement SET recalled_at = '2020-01-01'`,
  ],
  [
    'an agency collects what is not open',
    'I11c',
    'UPDATE placement SET outstanding_amount = outstanding_amount - 1, collected_amount = collected_amount + 1',
  ],
  [
    'an idempotency key has no request',
    'I12',
    `INSERT INTO idempotency_record VALUES ('test', 'k', '\\x00', 201, '{}', now())`,
  ],
  [
    'a life was asked for and never began',
    'I13',
    `INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes, created_at)
    VALUES ('saleToCash', 'sale:x', 'sales', '{}', '{}', now() - interval '11 minutes')`,
  ],
  [
    'a poke was never sent',
    'I13',
    `INSERT INTO poke (workflow_id, reason, created_at) VALUES ('sale:x', 'x', now() - interval '11 minutes')`,
  ],
  ['nobody knows who captured a sale', 'I14a', `DELETE FROM audit_row WHERE table_name = 'sale'`],
  [
    'nobody knows who joined money to an item',
    'I14a',
    `DELETE FROM audit_row WHERE table_name = 'allocation'`,
  ],
  [
    'who asked has approved',
    'I14b I26',
    'ALTER TABLE write_off DROP CONSTRAINT write_off_four_eyes',
    `UPDATE write_off SET requested_by = decided_by`,
  ],
  [
    'something was booked in the future',
    'I15',
    `UPDATE journal_entry SET at = at + interval '1 day' WHERE kind = 'payment'`,
  ],
  [
    'an entry is of a day that has not come',
    'I15',
    `UPDATE journal_entry SET business_date = '2099-01-01' WHERE kind = 'payment'`,
  ],
  [
    'an item was settled on a day that has not come',
    'I15',
    `UPDATE allocation SET booked_on = booked_on + 2 WHERE kind = 'payment'`,
  ],
  [
    'a settlement was undone on a day that has not come',
    'I15',
    'ALTER TABLE allocation DROP CONSTRAINT allocation_reversal',
    `UPDATE allocation SET reversed_on = booked_on + 2 WHERE kind = 'payment'`,
  ],
  [
    'money counts from a day that has not come',
    'I15',
    `UPDATE payment SET value_date = value_date + 2`,
  ],
  [
    'an invoice is of a day that has not come',
    'I15',
    `UPDATE invoice SET issued_on = issued_on + 2`,
  ],
  [
    'a credit note is of a day that has not come',
    'I15',
    `UPDATE credit_note SET issued_on = issued_on + 2`,
  ],
  [
    'something was booked into a closed period',
    'I15',
    `INSERT INTO accounting_period (legal_entity_id, starts_on, ends_on, state, closed_at, closed_by)
    SELECT legal_entity_id, business_date, business_date, 'closed', min(at) - interval '1 day', 'x' FROM journal_entry GROUP BY 1, 2`,
  ],
  [
    'what is delivered and not invoiced is not in the ledger',
    'I16',
    `UPDATE journal_line SET account_code = '1110' WHERE ctid IN (SELECT ctid FROM journal_line WHERE account_code = '1220' LIMIT 1)`,
  ],
  [
    'a journal entry names the store of another legal entity',
    'I18',
    A_SISTER_COMPANY,
    `UPDATE store SET legal_entity_id = (SELECT id FROM legal_entity WHERE code = 'NSX')
      WHERE id = (SELECT store_id FROM journal_line WHERE store_id IS NOT NULL LIMIT 1)`,
  ],
  [
    'a credit note settled an item of another invoice',
    'I18',
    `UPDATE credit_note SET invoice_id = (SELECT i.id FROM invoice i WHERE i.id <> credit_note.invoice_id LIMIT 1)`,
  ],
  [
    'an invoice has the number of another legal entity',
    'I18',
    A_SISTER_COMPANY,
    `UPDATE number_series SET legal_entity_id = (SELECT id FROM legal_entity WHERE code = 'NSX') WHERE kind = 'invoice'`,
  ],
  ['a paid sale stays open', 'I17', `UPDATE sale_lifecycle SET since = since - interval '3 days'`],
];

/** A line of Rp1 with always the same fingerprint. */
export function aBankLine(outcome: string, position: number): string {
  return `INSERT INTO bank_statement_line (statement_id, bank_account_id, position, place, booking_date, value_date, amount,
      currency, remittance_text, reversal, occurrence, fingerprint, outcome, repeats_line_id)
    SELECT uuid_v7(), a.id, ${position}, 'line 1', '2026-01-01', '2026-01-01', 1, 'IDR', 'x', false, 1, '\\x01', '${outcome}',
      CASE WHEN '${outcome}' = 'duplicate' THEN (SELECT l.id FROM bank_statement_line l
        WHERE l.bank_account_id = a.id AND l.outcome = 'booked' AND l.amount = 1 LIMIT 1) END
    FROM bank_account a`;
}

type Notice = Readonly<{ level: number; day: string; open?: number }>;

function aNotice({ level, day, open = 1 }: Notice): string {
  return `WITH letter AS (
      INSERT INTO dunning_notice (customer_id, currency, business_day, level, state, total_open_amount, created_at)
      SELECT customer_id, 'IDR', '${day}', ${level}, 'sent', 1, '${day}' FROM placement RETURNING id)
    INSERT INTO dunning_notice_item (notice_id, invoice_id, level, open_amount, currency, pay_by, follows)
    SELECT letter.id, ${AN_INVOICE}, ${level}, ${open}, 'IDR', date '${day}' + 7, 'reminder' FROM letter`;
}
