-- Writes what promotions gave on the lines of a sale, and which of their limits it counts under.
--
-- Input:   as capture_sale, each line with its lineId
CREATE OR REPLACE FUNCTION insert_sale_promotions(sold sale, input jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO sale_line_promotion (
    sale_line_id, place, promotion_id, code, name, amount, currency)
  SELECT
    (line->>'lineId')::uuid,
    given.place,
    (given.gift->>'promotionId')::uuid,
    given.gift->>'code',
    given.gift->>'name',
    (given.gift->>'amount')::bigint,
    sold.currency
  FROM jsonb_array_elements(input->'lines') line
  CROSS JOIN jsonb_array_elements(line->'promotions') WITH ORDINALITY AS given(gift, place);

  INSERT INTO promotion_use (sale_id, promotion_id, scope)
  SELECT sold.id, (used->>'promotionId')::uuid, used->>'scope'
  FROM jsonb_array_elements(input->'promotionUses') used
$$;
