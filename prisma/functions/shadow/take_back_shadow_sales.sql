-- Removes the sales in shadow that an import has brought in: they are booked nowhere, and the audit
-- trail keeps them.
--
-- Input:   the import
-- Locks:   the sales
CREATE OR REPLACE FUNCTION take_back_shadow_sales(import_key uuid) RETURNS void
LANGUAGE sql AS $$
  DELETE FROM shadow_sale
  WHERE id IN (
    SELECT subject_id::uuid FROM import_row WHERE import_id = import_key AND state = 'written')
$$;
