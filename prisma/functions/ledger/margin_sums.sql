-- Net sales and cost of goods of journal entries by day, product and store: what fold_journal adds
-- to margin_day, and what the report of margins adds for the entries after it. An id of zeros
-- stands for none.
--
-- Input:   the entries with a position above `after`, up to `up_to`
CREATE OR REPLACE FUNCTION margin_sums(after bigint, up_to bigint) RETURNS TABLE (
  currency char(3), business_date date, item_id uuid, store_id uuid, net_sales_amount bigint,
  cost_amount bigint)
LANGUAGE sql STABLE AS $$
  SELECT
    part.currency,
    part.business_date,
    coalesce(part.item_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(part.store_id, '00000000-0000-0000-0000-000000000000'),
    sum(part.net_sales)::bigint,
    sum(part.cost)::bigint
  FROM margin_parts('-infinity', 'infinity', after, up_to) part
  GROUP BY 1, 2, 3, 4
$$;
