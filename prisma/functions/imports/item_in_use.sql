-- What depends on an item that was brought in, in one word; NULL when nothing does. Stock that was
-- taken back counts as never there.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION item_in_use(item_key uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM sale_line WHERE item_id = item_key) THEN 'sold'
    WHEN EXISTS (
      SELECT 1 FROM sale_line_identification WHERE item_id = item_key AND undone_at IS NULL
    ) THEN 'sold'
    WHEN EXISTS (
      SELECT 1
      FROM stock_movement
      WHERE item_id = item_key
      GROUP BY document_id, location_id
      HAVING sum(quantity_milli) <> 0
    ) THEN 'in-stock'
    WHEN EXISTS (SELECT 1 FROM item WHERE replaced_by_id = item_key) THEN 'replaces-another'
  END
$$;
