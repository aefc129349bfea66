-- The amount of an open placement that shrinks when a payment is undone. A payment from before the
-- case was never part of it, so the case grows by that amount.
--
-- Answer:  a part as settle_placement takes it
-- Locks:   none: the caller holds the placement
-- Refuses: none
CREATE OR REPLACE FUNCTION reversed_payment_part(
  invoice_key uuid, allocation_row allocation, payment_source text
) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (
      SELECT 1
      FROM placement
      WHERE invoice_id = invoice_key
        AND closed_at IS NULL
        AND placed_at > allocation_row.booked_at)
      THEN 'adjusted'
    ELSE placement_part('payment', payment_source)
  END
$$;
