-- Makes the item that stands for what was sold and nobody knows, when a sale needs it for the first
-- time. No till can name it: a SKU never begins with a question mark. What was sold stands in the
-- line, under its own SKU and name.
--
-- Input:   lines of capture_sale; the id is SUSPENSE_ITEM_ID in domain/pricing/suspense.ts
CREATE OR REPLACE FUNCTION insert_suspense_item(lines jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO item (
    id, sku, name, unit, category, quantity_step_milli, tax_code, stocked, active)
  SELECT
    line.item_id, '?UNKNOWN', 'Barang belum dikenal', 'pcs', 'suspense', 1, line.tax_code,
    false, false
  FROM (
    SELECT (line->>'itemId')::uuid AS item_id, line->>'taxCode' AS tax_code
    FROM jsonb_array_elements(lines) line
  ) line
  WHERE line.item_id = '00000000-0000-7000-8000-000000000001'
    AND NOT EXISTS (SELECT 1 FROM item WHERE item.id = line.item_id)
  LIMIT 1
  ON CONFLICT (id) DO NOTHING
$$;
