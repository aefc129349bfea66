-- Refuses an agreement that would reach back: it holds from the day on which two people agree on it
-- at the earliest, and for no invoice that was placed already.
--
-- Input:   wanted: {agencyId, validFrom}
-- Locks:   none: the caller holds the changes of masters
-- Refuses: AGENCY_NOT_FOUND, AGREEMENT_IN_PAST
CREATE OR REPLACE FUNCTION check_agreement(ctx jsonb, wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM agency WHERE id = (wanted->>'agencyId')::uuid) THEN
    PERFORM refuse('AGENCY_NOT_FOUND', 'There is no such agency.', 'agency');
  ELSIF EXISTS (
    SELECT 1
    FROM placement
    WHERE agency_id = (wanted->>'agencyId')::uuid
      AND placed_on > (wanted->>'validFrom')::date) THEN
    PERFORM refuse(
      'AGREEMENT_IN_PAST', 'Invoices were placed under the agreement before.', 'validFrom');
  END IF;
END $$;
