-- Issues goods for a line of a sale and answers their cost: their share of the stock value, so that
-- the average cost of the rest stays the same (moving average).
--
-- Input:   level: the stock level as it is now, locked; issued: thousandths of the unit; line:
--          {saleId, lineId, businessDate, currency, wasReserved?, documentKind?, documentId?};
--          `wasReserved` for goods that had been reserved, the document when it is not the sale
CREATE OR REPLACE FUNCTION issue_goods(ctx jsonb, level stock_level, issued bigint, line jsonb)
RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  was_reserved bigint := CASE WHEN (line->>'wasReserved')::boolean THEN issued ELSE 0 END;
  cost bigint := round(level.value_amount::numeric * issued / level.on_hand_milli);
BEGIN
  UPDATE stock_level
  SET on_hand_milli = on_hand_milli - issued,
    reserved_milli = reserved_milli - was_reserved,
    value_amount = value_amount - cost
  WHERE location_id = level.location_id AND item_id = level.item_id;

  INSERT INTO stock_movement (
    location_id, item_id, kind, quantity_milli, value_amount, currency,
    document_kind, document_id, line_id, business_date, at)
  VALUES (
    level.location_id,
    level.item_id,
    'issue',
    -issued,
    -cost,
    line->>'currency',
    coalesce(line->>'documentKind', 'sale'),
    coalesce(line->>'documentId', line->>'saleId')::uuid,
    (line->>'lineId')::uuid,
    (line->>'businessDate')::date,
    context_at(ctx));
  RETURN cost;
END $$;
