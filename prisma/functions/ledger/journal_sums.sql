-- Debits and credits of journal entries by day, account, store and legal entity: what fold_journal
-- adds to ledger_day, and what reports add for the entries after it. An account's `store_id` of
-- zeros stands for none.
--
-- Input:   the entries with a position above `after`, up to `up_to`
CREATE OR REPLACE FUNCTION journal_sums(after bigint, up_to bigint) RETURNS TABLE (
  currency char(3), business_date date, account_code text, store_id uuid, legal_entity_id uuid,
  debit_amount bigint, credit_amount bigint)
LANGUAGE sql STABLE AS $$
  SELECT
    line.currency,
    entry.business_date,
    line.account_code,
    coalesce(line.store_id, '00000000-0000-0000-0000-000000000000'),
    entry.legal_entity_id,
    coalesce(sum(line.amount) FILTER (WHERE line.amount > 0), 0)::bigint,
    coalesce(-sum(line.amount) FILTER (WHERE line.amount < 0), 0)::bigint
  FROM journal_entry entry
  JOIN journal_line line ON line.entry_id = entry.id
  WHERE entry."position" > after AND entry."position" <= up_to
  GROUP BY 1, 2, 3, 4, 5
$$;
