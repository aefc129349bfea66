-- Locks a case for a command: its open items, then itself. With `lunas.agency_id` set only a case of that agency
-- is found. Refuses: PLACEMENT_NOT_FOUND.
CREATE OR REPLACE FUNCTION lock_placement(placement_key uuid, OUT placed placement) LANGUAGE plpgsql AS $$
DECLARE
  own uuid := nullif(current_setting('lunas.agency_id', true), '')::uuid;
  claim uuid := (SELECT invoice_id FROM placement WHERE id = placement_key AND agency_id = coalesce(own, agency_id));
BEGIN
  IF claim IS NULL THEN PERFORM refuse('PLACEMENT_NOT_FOUND', 'There is no such placement.', 'placementId'); END IF;
  PERFORM lock_open_items(claim);
  SELECT * INTO placed FROM placement WHERE id = placement_key FOR UPDATE;
END $$;
