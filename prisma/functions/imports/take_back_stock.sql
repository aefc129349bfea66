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
  UPDATE stock_level l
  SET on_hand_milli = l.on_hand_milli - m.quantity_milli,
    value_amount = l.value_amount - m.value_amount
  FROM (
    SELECT location_id, item_id,
      sum(quantity_milli) AS quantity_milli, sum(value_amount) AS value_amount
    FROM stock_movement
    WHERE document_id = ANY (documents)
    GROUP BY location_id, item_id) m
  WHERE l.location_id = m.location_id AND l.item_id = m.item_id;
  INSERT INTO stock_movement (
    location_id, item_id, kind, quantity_milli, value_amount, currency,
    document_kind, document_id, business_date, at, received_alone_by)
  SELECT
    location_id, item_id, kind, -quantity_milli, -value_amount, currency,
    document_kind, document_id, business_date, context_at(ctx), received_alone_by
  FROM stock_movement
  WHERE document_id = ANY (documents);
  PERFORM take_back_entries(ctx, import_key, 'opening');
END $$;
