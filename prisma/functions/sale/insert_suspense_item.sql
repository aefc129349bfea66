-- Makes the suspense item, which stands for unknown items, when a sale first needs it. No till can
-- name it, because a SKU never begins with a question mark. The line keeps the SKU and name that
-- the till sent.
--
-- Input:   lines of capture_sale; the id is SUSPENSE_ITEM_ID in domain/pricing/suspense.ts
CREATE OR REPLACE FUNCTION insert_suspense_item(lines jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  suspense CONSTANT uuid := '00000000-0000-7000-8000-000000000001';
  tax_code text;
BEGIN
  SELECT line->>'taxCode' INTO tax_code
  FROM jsonb_array_elements(lines) line
  WHERE (line->>'itemId')::uuid = suspense
  LIMIT 1;
  -- Even an INSERT of nothing takes the number of a catalogue change, for which sales would queue.
  IF tax_code IS NULL OR EXISTS (SELECT 1 FROM item WHERE id = suspense) THEN
    RETURN;
  END IF;
  INSERT INTO item (
    id, sku, name, unit, category, quantity_step_milli, tax_code, stocked, active)
  VALUES (
    suspense, '?UNKNOWN', 'Barang belum dikenal', 'pcs', 'suspense', 1, tax_code, false, false)
  ON CONFLICT (id) DO NOTHING;
END $$;
