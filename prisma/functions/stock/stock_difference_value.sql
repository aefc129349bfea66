-- What a difference of goods is worth: its share of the stock value, so that the average cost of
-- the rest stays the same; for goods of which none are there, the cost that was given.
--
-- Input:   level: the stock level as it is, or a row of nulls; difference: counted less expected;
--          unit_cost: of one unit, or null
-- Answer:  the value with the sign of the difference; NULL when no cost is known
CREATE OR REPLACE FUNCTION stock_difference_value(
  level stock_level, difference bigint, unit_cost bigint
) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN difference = 0 THEN 0
    WHEN level.on_hand_milli > 0
      THEN round(level.value_amount::numeric * difference / level.on_hand_milli)
    ELSE round(unit_cost::numeric * difference / 1000)
  END::bigint
$$;
