-- Whether a collection agency has an invoice now, and whether one had it before. A rejected
-- placement does not count.
--
-- Answer:  {openPlacementId, wasReturned} of facts_of_receivables
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION facts_of_agency(invoice_key uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'openPlacementId', (
      SELECT p.id
      FROM placement p
      WHERE p.invoice_id = invoice_key AND p.closed_at IS NULL),
    'wasReturned', EXISTS (
      SELECT 1
      FROM placement p
      WHERE p.invoice_id = invoice_key AND p.closed_at IS NOT NULL AND p.state <> 'rejected'))
$$;
