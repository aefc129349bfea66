-- Withdraws the items that an import has added, and takes their barcodes: tills are told so by the
-- catalogue. The SKU stays, so that a sale that a till made meanwhile is booked as this item.
--
-- Input:   the import
-- Locks:   the catalogue's row of changes
-- Refuses: none
CREATE OR REPLACE FUNCTION take_back_items(ctx jsonb, import_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  subjects CONSTANT uuid[] := ARRAY(
    SELECT subject_id::uuid
    FROM import_row
    WHERE import_id = import_key AND state = 'written' AND changes IS NULL);
BEGIN
  UPDATE item SET active = false, withdrawn_at = context_at(ctx)
  WHERE id = ANY (subjects) AND active;
  UPDATE item_barcode SET removed_at = context_at(ctx)
  WHERE item_id = ANY (subjects) AND removed_at IS NULL;
END $$;
