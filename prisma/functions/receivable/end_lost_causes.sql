-- Once nothing of an invoice is left to pay, what was asked because of it has lost its cause: disputes are settled, for the
-- customer when a credit note did it, and requests that wait for their second person lapse. None of it comes back when the
-- settlement is undone; it can be asked anew. `settled`: {kind, creditNoteId?} of the allocation. The caller holds the items
-- that it settled, and the receivable.
CREATE OR REPLACE FUNCTION end_lost_causes(ctx jsonb, invoice_key uuid, settled jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  for_whom text := CASE settled->>'kind' WHEN 'credit-note' THEN 'for-customer' ELSE 'for-seller' END;
  lapse jsonb := jsonb_build_object('state', 'lapsed', 'amount', 0, 'settledBy', settled->>'kind');
BEGIN
  IF EXISTS (SELECT 1 FROM open_item WHERE invoice_id = invoice_key AND open_amount > 0) THEN RETURN; END IF;
  PERFORM end_dispute(ctx, d, jsonb_build_object('resolution', for_whom, 'creditNoteId', settled->>'creditNoteId',
    'settledBy', settled->>'kind')) FROM dispute d WHERE d.invoice_id = invoice_key AND d.state = 'open';
  PERFORM end_write_off(ctx, w, lapse) FROM write_off w WHERE w.invoice_id = invoice_key AND w.state = 'requested';
  PERFORM end_credit_note_request(ctx, r, lapse) FROM credit_note_request r
  WHERE r.invoice_id = invoice_key AND r.state = 'requested';
END $$;
