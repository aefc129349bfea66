-- Writes an event about an invoice into the life of its sale, without poking workflows:
-- note_receivable does both.
--
-- Input:   the invoice, the kind of the event, and `document` as record_event takes it; its number,
--   currency and workflow are those of the invoice unless it names its own
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION record_receivable_event(
  ctx jsonb, invoice_key uuid, kind text, document jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_event(ctx, i.sale_id, kind, jsonb_build_object(
    'number', i.number,
    'currency', i.currency,
    'workflowId', 'receivable:' || i.id) || document)
  FROM invoice i
  WHERE i.id = invoice_key;
END $$;
