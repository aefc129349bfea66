-- Takes receivables of another system out of the books again: their invoices are deleted, so that
-- the number may come in again with what is right. The audit trail keeps what they were, and the
-- journal both entries.
--
-- Input:   the import
-- Locks:   payments that are suggested for them (those that are free only), work items
-- Refuses: none
CREATE OR REPLACE FUNCTION take_back_receivables(ctx jsonb, import_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  invoices CONSTANT uuid[] := ARRAY(
    SELECT subject_id::uuid FROM import_row WHERE import_id = import_key AND state = 'written');
BEGIN
  UPDATE open_item SET open_amount = 0, settled_on = counts_from WHERE invoice_id = ANY (invoices);
  PERFORM end_spent_suggestions(ctx, ARRAY(
    SELECT id FROM open_item WHERE invoice_id = ANY (invoices)));
  PERFORM end_work_items_about(ctx, 'invoice', invoice_key::text)
  FROM unnest(invoices) invoice_key;
  PERFORM take_back_entries(ctx, import_key, 'invoice');
  DELETE FROM workflow_start
  WHERE started_at IS NULL
    AND workflow_id IN (SELECT 'receivable:' || invoice_key FROM unnest(invoices) invoice_key);
  PERFORM poke(workflow_id, 'undone')
  FROM workflow_start
  WHERE workflow_id IN (SELECT 'receivable:' || invoice_key FROM unnest(invoices) invoice_key);

  DELETE FROM open_item WHERE invoice_id = ANY (invoices);
  DELETE FROM receivable WHERE invoice_id = ANY (invoices);
  DELETE FROM invoice_line WHERE invoice_id = ANY (invoices);
  DELETE FROM invoice WHERE id = ANY (invoices);
END $$;
