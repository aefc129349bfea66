-- Locks the stock levels of the goods of receipts, in the order that all commands use.
--
-- Input:   the documents of the receipts
-- Locks:   stock levels by item
CREATE OR REPLACE FUNCTION lock_goods_of(documents uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1
  FROM stock_level l
  WHERE (l.location_id, l.item_id) IN (
    SELECT location_id, item_id FROM stock_movement WHERE document_id = ANY (documents))
  ORDER BY l.item_id, l.location_id
  FOR UPDATE;
END $$;
