-- The customer to whom a payment belongs: the one whose item it paid first, unless that was undone.
-- A payment that pays nothing belongs to the customer it came with or the matcher found, if any.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION payer_of(payment_key uuid) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (
      SELECT o.customer_id
      FROM allocation a
      JOIN open_item o ON o.id = a.open_item_id
      WHERE a.payment_id = p.id AND a.reversed_at IS NULL
      ORDER BY a.booked_at, a.open_item_id
      LIMIT 1
    ),
    p.found_customer_id)
  FROM payment p
  WHERE p.id = payment_key
$$;
