-- What depends on one row of an opening stock, in one word; NULL when nothing does.
--
-- Input:   the document of the receipt; the key of the row, `{location}/{sku}`
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION opening_stock_in_use(document uuid, row_key text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT goods_moved_since(m)
  FROM stock_movement m
  JOIN stock_location place ON place.id = m.location_id
  JOIN item ON item.id = m.item_id
  WHERE m.document_id = document AND place.code || '/' || item.sku = row_key
  LIMIT 1
$$;
