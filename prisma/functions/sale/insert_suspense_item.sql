-- Makes the suspense item, which stands for unknown items, when a sale first needs it. No till can
-- name it, because a SKU never begins with a question mark. The line keeps the SKU and name that
-- the till sent.
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
