-- Changes one stock level by the difference that was counted, and writes its movement. Goods that
-- are kept for customers stay.
--
-- Input:   the count and one of its lines; the business day
-- Answer:  the value of the difference, with its sign
-- Locks:   the stock level
-- Refuses: STOCK_COST_NEEDED, STOCK_RESERVED
CREATE OR REPLACE FUNCTION adjust_stock(
  ctx jsonb, counted stock_count, line stock_count_line, day date
) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  difference bigint := line.counted_milli - line.expected_milli;
  level stock_level%ROWTYPE;
  value bigint;
BEGIN
  IF difference = 0 THEN
    RETURN 0;
  END IF;
  INSERT INTO stock_level (location_id, item_id, currency)
  VALUES (counted.location_id, line.item_id, counted.currency)
  ON CONFLICT DO NOTHING;
  SELECT * INTO level
  FROM stock_level
  WHERE location_id = counted.location_id AND item_id = line.item_id
  FOR UPDATE;
  IF level.on_hand_milli + difference < level.reserved_milli THEN
    PERFORM refuse('STOCK_RESERVED',
      format('%s are there and %s of them kept for customers: deliver or release these first.',
        quantity_text(level.on_hand_milli), quantity_text(level.reserved_milli)),
      format('lines[%s].counted', line.line_number - 1));
  END IF;
  value := stock_difference_value(level, difference, line.unit_cost_amount);
  IF value IS NULL THEN
    PERFORM refuse_unknown_cost(line.item_id, line.line_number);
  END IF;
  UPDATE stock_level
  SET on_hand_milli = on_hand_milli + difference, value_amount = value_amount + value
  WHERE location_id = level.location_id AND item_id = level.item_id;
  INSERT INTO stock_movement (
    location_id, item_id, kind, quantity_milli, value_amount, currency, document_kind, document_id,
    business_date, at)
  VALUES (
    level.location_id, level.item_id, 'adjustment', difference, value, counted.currency,
    'stock-count', counted.id, day, context_at(ctx));
  RETURN value;
END $$;
