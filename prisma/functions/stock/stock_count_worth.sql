-- What the differences of a count are worth as the stock is now, surplus and shortage added up, so
-- that the one does not hide the other.
--
-- Input:   the location; the lines of count_stock
-- Locks:   stock levels by item
-- Refuses: STOCK_COST_NEEDED
CREATE OR REPLACE FUNCTION stock_count_worth(place uuid, lines jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  line jsonb;
  level stock_level%ROWTYPE;
  own bigint;
  worth bigint := 0;
BEGIN
  FOR line IN
    SELECT counted FROM jsonb_array_elements(lines) counted ORDER BY (counted->>'itemId')::uuid
  LOOP
    SELECT * INTO level
    FROM stock_level
    WHERE location_id = place AND item_id = (line->>'itemId')::uuid
    FOR UPDATE;
    own := stock_difference_value(
      level,
      (line->>'countedMilli')::bigint
        - coalesce((line->>'expectedMilli')::bigint, level.on_hand_milli, 0),
      (line->>'unitCost')::bigint);
    IF own IS NULL THEN
      PERFORM refuse_unknown_cost((line->>'itemId')::uuid, (line->>'lineNumber')::int);
    END IF;
    worth := worth + abs(own);
  END LOOP;
  RETURN worth;
END $$;
