-- Writes the lines of a count. Where the caller does not say what was expected, it is what is there
-- now.
--
-- Input:   lines of count_stock; the caller holds the stock levels
CREATE OR REPLACE FUNCTION insert_stock_count_lines(counted stock_count, lines jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO stock_count_line (
    stock_count_id, line_number, item_id, counted_milli, expected_milli, unit_cost_amount)
  SELECT
    counted.id,
    (line->>'lineNumber')::int,
    (line->>'itemId')::uuid,
    (line->>'countedMilli')::bigint,
    coalesce((line->>'expectedMilli')::bigint, level.on_hand_milli, 0),
    (line->>'unitCost')::bigint
  FROM jsonb_array_elements(lines) line
  LEFT JOIN stock_level level
    ON level.location_id = counted.location_id AND level.item_id = (line->>'itemId')::uuid
$$;
