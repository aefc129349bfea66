-- Puts the open items of a case's invoice into the case, with what is open of each as principal
-- or as fee. An item that is in the case already stays as it is.
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
