-- Books what was decided about a receivable. Input {invoiceId, version, kind, nextStep?, nextStepAt?, outcome?,
-- promises: [{promiseId, state}], workItem?}. Answers {kind: 'stored'}, or {kind: 'changed'} when something has
-- happened since the facts of `version` were read: then nothing is booked and they are read again.
CREATE OR REPLACE FUNCTION store_next_step(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  sale uuid := (SELECT sale_id FROM invoice WHERE id = (input->>'invoiceId')::uuid);
BEGIN
  PERFORM enter_context(ctx);
  IF input->>'kind' = 'close' AND lock_open_items(invoice_key) > 0 THEN RETURN '{"kind":"changed"}'; END IF;
  PERFORM 1 FROM receivable WHERE invoice_id = invoice_key AND version = (input->>'version')::int FOR UPDATE;
  IF NOT FOUND THEN RETURN '{"kind":"changed"}'; END IF;
  PERFORM decide_promises(ctx, invoice_key, input->'promises');
  IF input->>'kind' = 'close' THEN
    UPDATE promise_to_pay SET state = 'withdrawn', decided_at = context_at(ctx) WHERE invoice_id = invoice_key AND state = 'open';
    UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
    WHERE subject_kind = 'invoice' AND subject_id = invoice_key::text AND state = 'open';
    PERFORM end_spent_suggestions(ctx, ARRAY(SELECT id FROM open_item WHERE invoice_id = invoice_key));
    PERFORM close_receivable(ctx, jsonb_build_object('invoiceId', invoice_key, 'outcome', input->>'outcome'));
    RETURN '{"kind":"stored"}';
  END IF;
  UPDATE receivable SET next_step = input->>'nextStep', next_step_at = (input->>'nextStepAt')::timestamptz
  WHERE invoice_id = invoice_key AND closed_at IS NULL
    AND (next_step IS DISTINCT FROM input->>'nextStep' OR next_step_at IS DISTINCT FROM (input->>'nextStepAt')::timestamptz);
  PERFORM set_stage(ctx, sale, CASE WHEN input->>'kind' = 'await-placement' THEN 'placed' ELSE 'collecting' END,
    jsonb_build_object('nextStep', input->>'nextStep', 'nextStepAt', input->>'nextStepAt'));
  IF input->>'workItem' IS NOT NULL THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', input->>'workItem', 'subjectKind', 'invoice', 'subjectId', i.id,
        'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'currency', i.currency,
        'amount', (SELECT sum(open_amount) FROM open_item WHERE invoice_id = i.id), 'detail', jsonb_build_object('invoice', i.number)))
    FROM invoice i WHERE i.id = invoice_key
      AND NOT EXISTS (SELECT 1 FROM work_item w WHERE w.kind = input->>'workItem' AND w.subject_id = i.id::text AND w.state = 'open');
  END IF;
  RETURN '{"kind":"stored"}';
END $$;
