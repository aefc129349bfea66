-- Takes the goods of an opening stock from the shelf again, at the value at which they came.
--
-- Input:   the import
-- Locks:   none; lock_imported has locked the stock levels
-- Refuses: none
CREATE OR REPLACE FUNCTION take_back_stock(ctx jsonb, import_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  documents CONSTANT uuid[] := ARRAY(
    SELECT DISTINCT subject_id::uuid
    FROM import_row
    WHERE import_id = import_key AND state = 'written');
BEGIN
  PERFORM take_back_goods(ctx, documents);
  PERFORM take_back_entries(ctx, import_key, 'opening');
END $$;
