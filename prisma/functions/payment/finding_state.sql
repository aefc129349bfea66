-- The state of a payment that the matcher did not book.
--
-- Input:   the finding as in offer_payments; without one the payment is unapplied
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION finding_state(finding jsonb) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE finding->>'kind'
    WHEN 'suggest' THEN 'suggested'
    WHEN 'hold' THEN 'held'
    ELSE 'unapplied'
  END
$$;
