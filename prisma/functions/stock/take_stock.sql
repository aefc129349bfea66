-- Takes the goods of a sale from stock: issues them, or reserves them when they leave later. Never
-- takes more than is available: an online sale is refused, and a sale that has happened already
-- takes what is available and reports the rest as an exception.
--
-- Input:   as capture_sale, each line with its lineId; lines that are not `stocked` are passed over
-- Answer:  what the goods that left had cost, and a list of exceptions
-- Locks:   stock levels by item, so that two tills never wait for each other in a circle
-- Refuses: STOCK_SHORT, online only
CREATE OR REPLACE FUNCTION take_stock(
  ctx jsonb, input jsonb, OUT cost bigint, OUT exceptions jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  leaves_later boolean := input->>'delivery' = 'later';
  line jsonb;
  level stock_level%ROWTYPE;
  taken bigint;
BEGIN
  cost := 0;
  exceptions := '[]';
  FOR line IN
    SELECT sale_line
    FROM jsonb_array_elements(input->'lines') sale_line
    WHERE (sale_line->>'stocked')::boolean
    ORDER BY (sale_line->>'itemId')::uuid, (sale_line->>'lineNumber')::int
  LOOP
    SELECT * INTO level
    FROM stock_level
    WHERE location_id = (input->>'locationId')::uuid AND item_id = (line->>'itemId')::uuid
    FOR UPDATE;
    taken := least(
      (line->>'quantityMilli')::bigint, coalesce(level.on_hand_milli - level.reserved_milli, 0));
    IF taken < (line->>'quantityMilli')::bigint THEN
      exceptions := exceptions || stock_shortage(input->>'mode', line, taken);
    END IF;
    CONTINUE WHEN taken <= 0;
    IF leaves_later THEN
      PERFORM reserve_goods(ctx, level, taken, jsonb_build_object(
        'saleId', input->'saleId',
        'lineId', line->'lineId',
        'expiresAt', input->'deliveryExpiresAt'));
    ELSE
      cost := cost + issue_goods(ctx, level, taken, jsonb_build_object(
        'saleId', input->'saleId',
        'lineId', line->'lineId',
        'businessDate', input->'businessDate',
        'currency', input->'currency'));
    END IF;
  END LOOP;
END $$;
