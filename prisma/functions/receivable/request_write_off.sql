-- Asks to give up what is left of an invoice, or part of it. Input {invoiceId, reason, amount?, currency?,
-- placementId?}. Answers {writeOffId}. Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH,
-- WRITE_OFF_EXCEEDS_OPEN, WRITE_OFF_WAITING.
CREATE OR REPLACE FUNCTION request_write_off(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  key uuid := uuid_v7();
  due bigint;
BEGIN
  PERFORM enter_context(ctx);
  due := lock_open_items(invoice_key);
  PERFORM check_against_open(invoice_key, input, due, 'WRITE_OFF_EXCEEDS_OPEN');
  IF EXISTS (SELECT 1 FROM write_off WHERE invoice_id = invoice_key AND state = 'requested') THEN
    PERFORM refuse('WRITE_OFF_WAITING', 'Another request for this invoice waits for its second person.', 'invoiceId');
  END IF;
  INSERT INTO write_off (id, invoice_id, placement_id, amount, currency, reason, state, requested_by, requested_at)
  SELECT key, i.id, (input->>'placementId')::uuid, coalesce((input->>'amount')::bigint, due), i.currency, input->>'reason',
    'requested', ctx#>>'{actor,id}', context_at(ctx) FROM invoice i WHERE i.id = invoice_key;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'write-off', 'subjectKind', 'write-off', 'subjectId', key,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'amount', coalesce((input->>'amount')::bigint, due),
      'currency', i.currency, 'detail', jsonb_build_object('invoice', i.number, 'reason', input->>'reason',
        'requestedBy', ctx#>>'{actor,name}')))
  FROM invoice i WHERE i.id = invoice_key;
  PERFORM note_receivable(ctx, invoice_key, 'write-off-requested', jsonb_build_object('kind', 'write-off', 'id', key,
    'amount', coalesce((input->>'amount')::bigint, due), 'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN jsonb_build_object('writeOffId', key);
END $$;
