-- What stands in the way of taking goods back that came in by a movement, in one word; NULL when
-- nothing does: goods of the item that moved after them, or that are kept for a customer. The
-- average cost would not come back.
--
-- Locks:   none; the caller holds the stock level
CREATE OR REPLACE FUNCTION goods_moved_since(came stock_movement) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (
      SELECT 1
      FROM stock_movement later
      WHERE later.location_id = came.location_id
        AND later.item_id = came.item_id
        AND later.id > came.id
        AND later.document_id <> came.document_id
      GROUP BY later.document_id
      HAVING sum(later.quantity_milli) <> 0
    ) THEN 'moved'
    WHEN l.reserved_milli > 0 THEN 'reserved'
  END
  FROM stock_level l
  WHERE l.location_id = came.location_id AND l.item_id = came.item_id
$$;
