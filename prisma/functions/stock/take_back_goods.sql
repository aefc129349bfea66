-- Takes the goods of receipts from the shelf again, at the value at which they came, on their own
-- business day. What one person took in alone counts no longer against the limit of that person.
--
-- Input:   the documents of the receipts
-- Locks:   none; lock_goods_of has locked the stock levels
CREATE OR REPLACE FUNCTION take_back_goods(ctx jsonb, documents uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
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
END $$;
