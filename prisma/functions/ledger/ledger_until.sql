-- Debits and credits of accounts of everything booked up to a day, in several rows an account:
-- whole months before it (ledger_month), the days of its own month (ledger_day), and the entries
-- that are not in these sums yet. Grows with the months of the books, not with their sales.
--
-- Input:   the currency, the last day
CREATE OR REPLACE FUNCTION ledger_until(wanted char(3), last_day date)
RETURNS TABLE (account_code text, debit_amount bigint, credit_amount bigint)
LANGUAGE sql STABLE AS $$
  SELECT m.account_code, m.debit_amount, m.credit_amount
  FROM ledger_month m
  WHERE m.currency = wanted AND m.month < date_trunc('month', last_day::timestamp)::date
  UNION ALL
  SELECT d.account_code, d.debit_amount, d.credit_amount
  FROM ledger_day d
  WHERE d.currency = wanted
    AND d.business_date BETWEEN date_trunc('month', last_day::timestamp)::date AND last_day
  UNION ALL
  SELECT j.account_code, j.debit_amount, j.credit_amount
  FROM journal_sums((SELECT folded_to FROM ledger_fold), 9223372036854775807) j
  WHERE j.currency = wanted AND j.business_date <= last_day
$$;
