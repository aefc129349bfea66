-- Reserves goods for a line of a sale, until the customer comes for them or the time runs out.
--
-- Input:   level: the stock level, locked; line: {saleId, lineId, expiresAt}
CREATE OR REPLACE FUNCTION reserve_goods(
  ctx jsonb, level stock_level, reserved bigint, line jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stock_level
  SET reserved_milli = reserved_milli + reserved
  WHERE location_id = level.location_id AND item_id = level.item_id;

  INSERT INTO stock_reservation (
    sale_id, sale_line_id, location_id, item_id, quantity_milli, state, created_at, expires_at)
  VALUES (
    (line->>'saleId')::uuid,
    (line->>'lineId')::uuid,
    level.location_id,
    level.item_id,
    reserved,
    'live',
    context_at(ctx),
    (line->>'expiresAt')::timestamptz);
END $$;
