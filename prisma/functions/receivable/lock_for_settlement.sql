-- Locks everything that settling these open items changes, in the order that all commands use, so
-- that commands which settle items of several invoices cannot deadlock.
--
-- Input:   the open items
-- Locks:   the open items by id, open placements of their invoices by id, receivables by invoice
-- Refuses: none
CREATE OR REPLACE FUNCTION lock_for_settlement(item_keys uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  invoice_keys uuid[] := ARRAY(
    SELECT DISTINCT invoice_id FROM open_item WHERE id = ANY (item_keys));
BEGIN
  PERFORM 1 FROM open_item WHERE id = ANY (item_keys) ORDER BY id FOR UPDATE;
  PERFORM 1 FROM placement
  WHERE invoice_id = ANY (invoice_keys) AND closed_at IS NULL
  ORDER BY id
  FOR UPDATE;
  PERFORM 1 FROM receivable
  WHERE invoice_id = ANY (invoice_keys)
  ORDER BY invoice_id
  FOR UPDATE;
END $$;
