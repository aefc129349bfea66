-- What depends on a customer that was brought in, in one word; NULL when nothing does.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION customer_in_use(customer_key uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM sale WHERE customer_id = customer_key) THEN 'sold'
    WHEN EXISTS (SELECT 1 FROM invoice WHERE customer_id = customer_key) THEN 'invoiced'
    WHEN EXISTS (
      SELECT 1 FROM payment WHERE customer_id = customer_key OR found_customer_id = customer_key
    ) THEN 'paid'
    WHEN EXISTS (
      SELECT 1 FROM customer_credit WHERE customer_id = customer_key AND limit_amount > 0
    ) THEN 'credit-granted'
    WHEN EXISTS (
      SELECT 1 FROM customer_merge
      WHERE undone_at IS NULL AND customer_key IN (kept_id, merged_id)
    ) THEN 'merged'
  END
$$;
