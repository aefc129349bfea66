-- Writes the lines of a sale.
--
-- Input:   lines of capture_sale, each with its lineId
CREATE OR REPLACE FUNCTION insert_sale_lines(sold sale, lines jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO sale_line (
    id, sale_id, line_number, item_id, sku, name, unit, quantity_milli, unit_price_amount,
    gross_amount, discount_amount, net_amount, tax_code, tax_base_amount, tax_amount, currency,
    price_list_id, price_version)
  SELECT
    (line->>'lineId')::uuid,
    sold.id,
    (line->>'lineNumber')::int,
    (line->>'itemId')::uuid,
    line->>'sku',
    line->>'name',
    line->>'unit',
    (line->>'quantityMilli')::bigint,
    (line->>'unitPrice')::bigint,
    (line->>'gross')::bigint,
    (line->>'discount')::bigint,
    (line->>'net')::bigint,
    line->>'taxCode',
    (line->>'taxBase')::bigint,
    (line->>'tax')::bigint,
    sold.currency,
    (line->>'priceListId')::uuid,
    (line->>'priceVersion')::int
  FROM jsonb_array_elements(lines) line
$$;
