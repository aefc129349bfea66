-- Locks a case for a command. A request of an agency finds only cases of that agency.
--
-- Locks:   the invoice's open items by id, the placement
-- Refuses: PLACEMENT_NOT_FOUND
CREATE OR REPLACE FUNCTION lock_placement(placement_key uuid, OUT placement_row placement)
LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid;
BEGIN
  SELECT invoice_id INTO invoice_key
  FROM placement
  WHERE id = placement_key AND agency_id = coalesce(agency_of_request(), agency_id);
  IF NOT FOUND THEN
    PERFORM refuse('PLACEMENT_NOT_FOUND', 'There is no such placement.', 'placementId');
  END IF;
  PERFORM 1 FROM open_item WHERE invoice_id = invoice_key ORDER BY id FOR UPDATE;
  SELECT * INTO placement_row FROM placement WHERE id = placement_key FOR UPDATE;
END $$;
