-- What a customer owes or is about to, in the currency of the credit line (the customer's own, when there is none): open
-- items and sales on account that are not invoiced yet. Amounts of different currencies do not add up.
CREATE OR REPLACE FUNCTION credit_exposure(customer uuid, OUT open_amount bigint, OUT uninvoiced_amount bigint, OUT overdue_since date)
LANGUAGE sql STABLE AS $$
  SELECT
    coalesce((SELECT sum(o.open_amount) FROM open_item o WHERE o.customer_id = customer AND o.open_amount > 0
      AND o.currency = u.unit), 0)::bigint,
    coalesce((SELECT sum(s.on_account_amount) FROM sale_lifecycle l JOIN sale s ON s.id = l.sale_id
      WHERE l.customer_id = customer AND l.closed_at IS NULL AND s.on_account_amount > 0 AND s.currency = u.unit
        AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.sale_id = s.id)), 0)::bigint,
    (SELECT min(o.due_on) FROM open_item o WHERE o.customer_id = customer AND o.open_amount > 0)
  FROM (SELECT coalesce((SELECT currency FROM customer_credit WHERE customer_id = customer),
    (SELECT currency FROM customer WHERE id = credit_exposure.customer)) AS unit) u
$$;
