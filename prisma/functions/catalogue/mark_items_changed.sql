-- Trigger after a statement on item, item_barcode, price or catalogue_version: notes under the
-- number of the transaction which items are to be told to the tills again.
--
-- Input:   the transition table `changed`: the rows as they are now
CREATE OR REPLACE FUNCTION mark_items_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  now_at CONSTANT integer := (SELECT number FROM catalogue_sequence);
BEGIN
  IF TG_TABLE_NAME = 'item' THEN
    INSERT INTO item_change (item_id, version)
    SELECT id, now_at FROM changed
    ON CONFLICT (item_id) DO UPDATE SET version = excluded.version;
  ELSIF TG_TABLE_NAME = 'catalogue_version' THEN
    INSERT INTO item_change (item_id, version)
    SELECT DISTINCT p.item_id, now_at FROM price p JOIN changed USING (version)
    ON CONFLICT (item_id) DO UPDATE SET version = excluded.version;
  ELSE
    INSERT INTO item_change (item_id, version)
    SELECT DISTINCT item_id, now_at FROM changed
    ON CONFLICT (item_id) DO UPDATE SET version = excluded.version;
  END IF;
  RETURN NULL;
END $$;
