-- Puts the goods of an identification that is undone back on the shelf that they came from, at what
-- they had cost.
--
-- Input:   the identification; {businessDate}
-- Locks:   the stock level
CREATE OR REPLACE FUNCTION put_back_identified_goods(
  ctx jsonb, identified sale_line_identification, input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  issued stock_movement%ROWTYPE;
BEGIN
  SELECT * INTO issued
  FROM stock_movement
  WHERE document_kind = 'line-identification' AND document_id = identified.id;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  UPDATE stock_level
  SET on_hand_milli = on_hand_milli - issued.quantity_milli,
    value_amount = value_amount - issued.value_amount
  WHERE location_id = issued.location_id AND item_id = issued.item_id;
  INSERT INTO stock_movement (
    location_id, item_id, kind, quantity_milli, value_amount, currency, document_kind, document_id,
    line_id, business_date, at)
  VALUES (
    issued.location_id, issued.item_id, 'return', -issued.quantity_milli, -issued.value_amount,
    issued.currency, issued.document_kind, issued.document_id, issued.line_id,
    (input->>'businessDate')::date, context_at(ctx));
END $$;
