-- The part of an open placement that loses a payment which is undone. What had been paid before the
-- case began was never part of the case: the case grows by it.
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
