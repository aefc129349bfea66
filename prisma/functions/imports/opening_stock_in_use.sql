-- What depends on one row of an opening stock, in one word; NULL when nothing does: goods that are
-- reserved, or that moved after it. The average cost would not come back.
--
-- Input:   the document of the receipt; the key of the row, `{location}/{sku}`
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION opening_stock_in_use(document uuid, row_key text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (
      SELECT 1
      FROM stock_movement later
      WHERE later.location_id = m.location_id
        AND later.item_id = m.item_id
        AND later.id > m.id
        AND later.document_id <> m.document_id
      GROUP BY later.document_id
      HAVING sum(later.quantity_milli) <> 0
    ) THEN 'moved'
    WHEN l.reserved_milli > 0 THEN 'reserved'
  END
  FROM stock_movement m
  JOIN stock_level l USING (location_id, item_id)
  JOIN stock_location place ON place.id = m.location_id
  JOIN item ON item.id = m.item_id
  WHERE m.document_id = document AND place.code || '/' || item.sku = row_key
  LIMIT 1
$$;
