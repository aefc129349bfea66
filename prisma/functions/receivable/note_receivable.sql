-- Writes an event into the life of the invoice's sale and tells those who follow the invoice to look again.
CREATE OR REPLACE FUNCTION note_receivable(ctx jsonb, invoice_key uuid, kind text, document jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_event(ctx, i.sale_id, kind, jsonb_build_object('number', i.number, 'currency', i.currency,
    'workflowId', 'receivable:' || i.id) || document) FROM invoice i WHERE i.id = invoice_key;
  PERFORM touch_receivable(invoice_key, kind);
END $$;
