-- The amount of a placement that an allocation changes, as settle_placement names it: collected by
-- the agency, paid to us directly, written off, or adjusted for another reason.
--
-- Input:   the kind of the allocation, and of a payment its source
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION placement_part(allocation_kind text, payment_source text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN payment_source = 'agency' THEN 'collected'
    WHEN allocation_kind = 'payment' THEN 'paid_direct'
    WHEN allocation_kind = 'write-off' THEN 'written_off'
    ELSE 'adjusted'
  END
$$;
