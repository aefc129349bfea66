-- Updates the receivable after an allocation is undone: reverses the journal entry, returns the
-- amount to an open placement, reopens a receivable that had ended, brings back what ended with it,
-- pokes its workflows and writes the event.
--
-- Input:   the allocation, the part of a placement that loses it (settle_placement), the day
-- Locks:   the caller holds the open item, the placement and the receivable; the sale's life
-- Refuses: none
CREATE OR REPLACE FUNCTION revive_receivable(
  ctx jsonb, allocation_row allocation, part text, reversed_on text
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (SELECT invoice_id FROM open_item WHERE id = allocation_row.open_item_id);
BEGIN
  PERFORM reverse_journal(ctx, jsonb_build_object(
    'documentKind', 'allocation', 'documentId', allocation_row.id, 'businessDate', reversed_on));
  PERFORM settle_placement(ctx, invoice_key, part, -allocation_row.amount);
  -- Before the receivable lives again: promises that ended with it are known by that moment.
  PERFORM reopen_promises(ctx, invoice_key, allocation_row.booked_at);
  PERFORM reopen_receivable(ctx, invoice_key);
  PERFORM restore_ended(ctx, allocation_row);
  PERFORM touch_receivable(invoice_key, 'reversal');
  PERFORM record_receivable_event(ctx, invoice_key, 'allocation-reversed', jsonb_build_object(
    'kind', 'allocation', 'id', allocation_row.id, 'amount', allocation_row.amount));
END $$;
