-- Adds the open items of an invoice to its case, each with its open amount as principal or as fee.
-- Items that are in the case already stay as they are.
--
-- Key:     placement and open item
CREATE OR REPLACE FUNCTION place_open_items(placement_row placement) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO placement_item (placement_id, open_item_id, principal_amount, fee_amount, currency)
  SELECT
    placement_row.id,
    open_item.id,
    CASE WHEN open_item.kind = 'fee' THEN 0 ELSE open_item.open_amount END,
    CASE WHEN open_item.kind = 'fee' THEN open_item.open_amount ELSE 0 END,
    open_item.currency
  FROM open_item
  WHERE open_item.invoice_id = placement_row.invoice_id AND open_item.open_amount > 0
  ON CONFLICT (placement_id, open_item_id) DO NOTHING
$$;
