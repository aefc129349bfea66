-- Asks for a credit note that one person alone may not issue. Input {invoiceId, amount, reason, disputeId?}. Nothing is
-- booked and no number is taken. Answers {creditNoteRequestId}. Refuses: INVOICE_NOT_FOUND, CREDIT_EXCEEDS_OPEN,
-- DISPUTE_NOT_FOUND, DISPUTE_RESOLVED, CREDIT_NOTE_WAITING.
CREATE OR REPLACE FUNCTION request_credit_note(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_open_items(invoice_key);
  PERFORM check_credit_note(input, (input->>'amount')::bigint, creditable_amount(invoice_key));
  IF EXISTS (SELECT 1 FROM credit_note_request WHERE invoice_id = invoice_key AND state = 'requested') THEN
    PERFORM refuse('CREDIT_NOTE_WAITING', 'Another request for this invoice waits for its second person.', 'invoiceId');
  END IF;
  INSERT INTO credit_note_request (id, invoice_id, dispute_id, amount, currency, reason, state, requested_by, requested_at)
  SELECT key, i.id, (input->>'disputeId')::uuid, (input->>'amount')::bigint, i.currency, input->>'reason', 'requested',
    ctx#>>'{actor,id}', context_at(ctx) FROM invoice i WHERE i.id = invoice_key;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'credit-note', 'subjectKind', 'credit-note-request', 'subjectId', key,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'amount', input->>'amount',
      'currency', i.currency, 'detail', jsonb_build_object('invoice', i.number, 'reason', input->>'reason',
        'requestedBy', ctx#>>'{actor,name}')))
  FROM invoice i WHERE i.id = invoice_key;
  PERFORM note_receivable(ctx, invoice_key, 'credit-note-requested', jsonb_build_object('kind', 'credit-note-request', 'id', key,
    'amount', input->>'amount', 'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN jsonb_build_object('creditNoteRequestId', key);
END $$;
