-- Net sales and cost of goods of days by product and store: the sums that are kept (margin_day),
-- and the entries that are not in them yet, in one snapshot.
--
-- Input:   the currency, the first and the last day
CREATE OR REPLACE FUNCTION margin_days(wanted char(3), first_day date, last_day date)
RETURNS TABLE (
  business_date date, item_id uuid, store_id uuid, net_sales bigint, cost bigint)
LANGUAGE sql STABLE AS $$
  SELECT
    sums.business_date,
    nullif(sums.item_id, '00000000-0000-0000-0000-000000000000'),
    nullif(sums.store_id, '00000000-0000-0000-0000-000000000000'),
    sums.net_sales_amount,
    sums.cost_amount
  FROM (
    SELECT d.business_date, d.item_id, d.store_id, d.net_sales_amount, d.cost_amount
    FROM margin_day d
    WHERE d.currency = wanted AND d.business_date BETWEEN first_day AND last_day
    UNION ALL
    SELECT j.business_date, j.item_id, j.store_id, j.net_sales_amount, j.cost_amount
    FROM margin_sums((SELECT folded_to FROM ledger_fold), 9223372036854775807) j
    WHERE j.currency = wanted AND j.business_date BETWEEN first_day AND last_day
  ) sums
$$;
