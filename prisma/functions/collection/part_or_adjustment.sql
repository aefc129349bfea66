-- Answers which amount of a placement a settlement changes: `part`, or the adjustments when `part`
-- would fall below zero, because what is undone was settled before the placement and never counted
-- in it. (reversed_payment_part tells this of payments by their time.)
--
-- Input:   as in settle_placement
-- Answer:  `part`, or `adjusted` when that amount would fall below zero
CREATE OR REPLACE FUNCTION part_or_adjustment(
  placement_row placement,
  part text,
  settled_amount bigint
) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN settled_amount + CASE part
        WHEN 'collected' THEN placement_row.collected_amount
        WHEN 'paid_direct' THEN placement_row.paid_direct_amount
        WHEN 'written_off' THEN placement_row.written_off_amount
      END < 0
    THEN 'adjusted'
    ELSE part
  END
$$;
