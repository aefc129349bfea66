-- Adds journal entries to the sums that reports read (ledger_day, ledger_month, margin_day). The
-- caller has waited until every transaction that could still book an entry up to there has ended
-- (audit_horizon, transactions_have_ended); an entry that appeared behind it would never be
-- counted.
--
-- Input:   foldJournal in prisma/commands/ledger.ts; `entriesMax`: how many at once, so that the
--          transaction stays short
-- Answer:  foldedTo: up to where entries are in the sums now; more: whether some up to `upTo` are
--          not
-- Locks:   the books (shared), the row of ledger_fold
-- Refuses: none
-- Key:     the position up to which entries are in the sums; none is added twice
CREATE OR REPLACE FUNCTION fold_journal(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wanted CONSTANT bigint := (input->>'upTo')::bigint;
  after bigint;
  up_to bigint;
BEGIN
  PERFORM enter_context(ctx);
  SELECT folded_to INTO after FROM ledger_fold FOR UPDATE;
  SELECT coalesce(max(e."position"), after) INTO up_to FROM (
    SELECT "position" FROM journal_entry WHERE "position" > after AND "position" <= wanted
    ORDER BY "position" LIMIT (input->>'entriesMax')::int) e;

  INSERT INTO ledger_day AS kept SELECT * FROM journal_sums(after, up_to)
  ON CONFLICT (currency, business_date, account_code, store_id, legal_entity_id) DO UPDATE
  SET debit_amount = kept.debit_amount + excluded.debit_amount,
    credit_amount = kept.credit_amount + excluded.credit_amount;
  INSERT INTO ledger_month AS kept
  SELECT currency, date_trunc('month', business_date::timestamp)::date, account_code,
    legal_entity_id, sum(debit_amount), sum(credit_amount)
  FROM journal_sums(after, up_to)
  GROUP BY 1, 2, 3, 4
  ON CONFLICT (currency, month, account_code, legal_entity_id) DO UPDATE
  SET debit_amount = kept.debit_amount + excluded.debit_amount,
    credit_amount = kept.credit_amount + excluded.credit_amount;
  INSERT INTO margin_day AS kept SELECT * FROM margin_sums(after, up_to)
  ON CONFLICT (currency, business_date, item_id, store_id) DO UPDATE
  SET net_sales_amount = kept.net_sales_amount + excluded.net_sales_amount,
    cost_amount = kept.cost_amount + excluded.cost_amount;

  UPDATE ledger_fold SET folded_to = up_to;
  RETURN jsonb_build_object('foldedTo', up_to::text, 'more', EXISTS (
    SELECT 1 FROM journal_entry WHERE "position" > up_to AND "position" <= wanted));
END $$;
