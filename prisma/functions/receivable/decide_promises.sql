-- Decides promises. `decisions`: [{promiseId, state: 'kept' | 'broken'}]; those that are not open any more stay.
CREATE OR REPLACE FUNCTION decide_promises(ctx jsonb, invoice_key uuid, decisions jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE decided record;
BEGIN
  FOR decided IN
    UPDATE promise_to_pay p SET state = d->>'state', decided_at = context_at(ctx)
    FROM jsonb_array_elements(decisions) d
    WHERE p.id = (d->>'promiseId')::uuid AND p.invoice_id = invoice_key AND p.state = 'open'
    RETURNING p.id, p.state, p.amount, p.promised_for
  LOOP
    PERFORM record_event(ctx, i.sale_id, 'promise-' || decided.state, jsonb_build_object('kind', 'promise', 'id', decided.id,
        'number', i.number, 'amount', decided.amount, 'currency', i.currency, 'workflowId', 'receivable:' || i.id,
        'detail', jsonb_build_object('promisedFor', decided.promised_for)))
    FROM invoice i WHERE i.id = invoice_key;
  END LOOP;
END $$;
