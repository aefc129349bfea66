-- Whether a payment has a standing allocation to an item of a customer.
--
-- Input:   `besides` are allocations that do not count
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION pays_customer(
  payment_key uuid, customer uuid, besides uuid[]
) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1
    FROM allocation a
    JOIN open_item o ON o.id = a.open_item_id
    WHERE a.payment_id = payment_key
      AND a.reversed_at IS NULL
      AND o.customer_id = customer
      AND a.id <> ALL (besides))
$$;
