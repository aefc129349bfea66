-- Overdue invoices of a customer at the business time `at`. As for reminders, due today is not
-- overdue, a small rest (a bank fee, a rounding) does not count, and days are counted in the zone
-- of the legal entity. What is disputed is not overdue, the rest is.
--
-- Answer:  one row for each such invoice: since when, for how many days, and after how many days
--          the policy of the customer stops credit (null without a policy)
CREATE OR REPLACE FUNCTION overdue_invoices(customer_key uuid, at timestamptz)
RETURNS TABLE (invoice_number text, overdue_since date, days_past_due int, credit_stop_days int)
LANGUAGE sql STABLE AS $$
  SELECT *
  FROM (
    SELECT DISTINCT ON (unpaid.invoice_id)
      i.number,
      unpaid.due_on,
      (at AT TIME ZONE e.time_zone)::date - unpaid.due_on AS days_past_due,
      policy.credit_stop_days
    FROM (
      SELECT
        o.invoice_id,
        o.due_on,
        o.currency,
        sum(o.open_amount) OVER (PARTITION BY o.invoice_id ORDER BY o.due_on) AS amount
      FROM open_item o
      WHERE o.customer_id IN (SELECT customer_family(customer_key)) AND o.open_amount > 0
    ) unpaid
    JOIN invoice i ON i.id = unpaid.invoice_id
    JOIN legal_entity e ON e.id = i.legal_entity_id
    JOIN customer c ON c.id = i.customer_id
    CROSS JOIN LATERAL choose_dunning_policy(
      c.segment, unpaid.currency, (at AT TIME ZONE e.time_zone)::date) policy
    WHERE unpaid.amount > coalesce(policy.tolerance_amount, 0) + (
      SELECT coalesce(sum(d.amount), 0)
      FROM dispute d
      WHERE d.invoice_id = i.id AND d.state = 'open')
    ORDER BY unpaid.invoice_id, unpaid.due_on
  ) first_unpaid
  WHERE first_unpaid.days_past_due > 0
$$;
