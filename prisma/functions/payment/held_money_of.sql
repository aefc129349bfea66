-- The part of each invoice's overdue amount that its customer's unapplied money covers; the
-- money of a customer, and of those merged with it, is spread once (held_money).
--
-- Answer:  a row for each overdue invoice of the customers of these invoices; `of_customer` is the
--   same over all of them
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION held_money_of(invoice_keys uuid[], at timestamptz)
RETURNS TABLE (invoice_id uuid, held bigint, of_customer numeric)
LANGUAGE sql STABLE AS $$
  SELECT money.invoice_id, money.held, sum(money.held) OVER (
    PARTITION BY debtor.customer_id, debtor.legal_entity_id, debtor.currency)
  FROM (
    SELECT DISTINCT coalesce(c.merged_into_id, c.id) AS customer_id, i.legal_entity_id, i.currency,
      (at AT TIME ZONE e.time_zone)::date AS today
    FROM invoice i
    JOIN customer c ON c.id = i.customer_id
    JOIN legal_entity e ON e.id = i.legal_entity_id
    WHERE i.id = ANY (invoice_keys)
  ) debtor
  CROSS JOIN LATERAL held_money(
    debtor.customer_id, debtor.legal_entity_id, debtor.currency, debtor.today) money
$$;
