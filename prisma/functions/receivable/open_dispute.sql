-- A customer objects. Input {invoiceId, reason, amount?, currency?}; without amount all that is open and not
-- disputed yet. Answers {disputeId}. Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH, DISPUTE_EXCEEDS_OPEN.
CREATE OR REPLACE FUNCTION open_dispute(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  key uuid := uuid_v7();
  undisputed bigint;
  argued bigint;
BEGIN
  PERFORM enter_context(ctx);
  undisputed := lock_open_items(invoice_key);
  PERFORM check_against_open(invoice_key, input, undisputed, 'DISPUTE_EXCEEDS_OPEN');
  SELECT undisputed - coalesce(sum(amount), 0) INTO undisputed FROM dispute WHERE invoice_id = invoice_key AND state = 'open';
  argued := coalesce((input->>'amount')::bigint, undisputed);
  IF argued > undisputed OR argued <= 0 THEN
    PERFORM refuse('DISPUTE_EXCEEDS_OPEN', format('%s is open and not disputed yet.', greatest(undisputed, 0)), 'amount.amount');
  END IF;
  INSERT INTO dispute (id, invoice_id, reason, amount, currency, state, opened_by, opened_at)
  SELECT key, i.id, input->>'reason', argued, i.currency, 'open', ctx#>>'{actor,id}', context_at(ctx)
  FROM invoice i WHERE i.id = invoice_key;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'dispute', 'subjectKind', 'dispute', 'subjectId', key,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'amount', argued, 'currency', i.currency,
      'detail', jsonb_build_object('invoice', i.number, 'reason', input->>'reason')))
  FROM invoice i WHERE i.id = invoice_key;
  PERFORM note_receivable(ctx, invoice_key, 'disputed', jsonb_build_object('kind', 'dispute', 'id', key, 'amount', argued,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN jsonb_build_object('disputeId', key);
END $$;
