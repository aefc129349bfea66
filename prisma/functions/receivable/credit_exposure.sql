-- What a customer, with those merged with it, owes or is about to owe: open items, and sales on
-- account that are not invoiced yet. Only amounts in the currency of the credit line count (the
-- customer's own when there is none).
--
-- Input:   except_sale: the sale that is being decided, which does not count; or null
CREATE OR REPLACE FUNCTION credit_exposure(
  customer_key uuid, except_sale uuid, OUT open_amount bigint, OUT uninvoiced_amount bigint)
LANGUAGE sql STABLE AS $$
  SELECT
    coalesce(
      (SELECT sum(o.open_amount)
       FROM open_item o
       WHERE o.customer_id IN (SELECT customer_family(customer_key))
         AND o.open_amount > 0
         AND o.currency = unit.currency),
      0)::bigint,
    coalesce(
      (SELECT sum(s.on_account_amount)
       FROM sale_lifecycle l
       JOIN sale s ON s.id = l.sale_id
       WHERE l.customer_id IN (SELECT customer_family(customer_key))
         AND l.closed_at IS NULL
         AND s.on_account_amount > 0
         AND s.currency = unit.currency
         AND s.id IS DISTINCT FROM except_sale
         AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.sale_id = s.id)),
      0)::bigint
  FROM (
    SELECT coalesce(credit.currency, c.currency) AS currency
    FROM customer c
    LEFT JOIN customer_credit credit ON credit.customer_id = coalesce(c.merged_into_id, c.id)
    WHERE c.id = customer_key
  ) unit
$$;
