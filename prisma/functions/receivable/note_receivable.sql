-- Writes an event about an invoice into the life of its sale and pokes the workflows of the
-- invoice.
--
-- Input:   as record_receivable_event
-- Locks:   the receivable
-- Refuses: none
CREATE OR REPLACE FUNCTION note_receivable(
  ctx jsonb, invoice_key uuid, kind text, document jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_receivable_event(ctx, invoice_key, kind, document);
  PERFORM touch_receivable(invoice_key, kind);
END $$;
