-- Takes cases of another system out of the books again: their receivables are ours to follow, as
-- they were. The audit trail keeps what the cases were.
--
-- Input:   the import
-- Locks:   the receivables; lock_imported has locked the open items and the cases
-- Refuses: none
CREATE OR REPLACE FUNCTION take_back_placements(import_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  cases CONSTANT uuid[] := ARRAY(
    SELECT subject_id::uuid FROM import_row WHERE import_id = import_key AND state = 'written');
  invoices CONSTANT uuid[] := ARRAY(
    SELECT invoice_id FROM placement WHERE id = ANY (cases) ORDER BY invoice_id);
BEGIN
  UPDATE receivable
  SET state = 'open', next_step = 'payment'
  WHERE invoice_id = ANY (invoices) AND state = 'placed';
  PERFORM touch_receivable(invoice_key, 'undone') FROM unnest(invoices) invoice_key;
  DELETE FROM placement_item WHERE placement_id = ANY (cases);
  DELETE FROM placement WHERE id = ANY (cases);
END $$;
