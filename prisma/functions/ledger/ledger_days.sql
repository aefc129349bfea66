-- Debits and credits of days by account and store: the sums that are kept (ledger_day), and the
-- entries that are not in them yet. Both are read in one snapshot, so that no entry is missing or
-- counted twice.
--
-- Input:   the currency, the first and the last day
CREATE OR REPLACE FUNCTION ledger_days(wanted char(3), first_day date, last_day date)
RETURNS TABLE (
  business_date date, account_code text, store_id uuid, debit_amount bigint, credit_amount bigint)
LANGUAGE sql STABLE AS $$
  SELECT
    sums.business_date,
    sums.account_code,
    nullif(sums.store_id, '00000000-0000-0000-0000-000000000000'),
    sums.debit_amount,
    sums.credit_amount
  FROM (
    SELECT d.business_date, d.account_code, d.store_id, d.debit_amount, d.credit_amount
    FROM ledger_day d
    WHERE d.currency = wanted AND d.business_date BETWEEN first_day AND last_day
    UNION ALL
    SELECT j.business_date, j.account_code, j.store_id, j.debit_amount, j.credit_amount
    FROM journal_sums((SELECT folded_to FROM ledger_fold), 9223372036854775807) j
    WHERE j.currency = wanted AND j.business_date BETWEEN first_day AND last_day
  ) sums
$$;
