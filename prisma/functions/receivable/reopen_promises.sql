-- A promise that was judged, or ended with its receivable, after this money came: it runs again and is judged anew.
CREATE OR REPLACE FUNCTION reopen_promises(ctx jsonb, invoice_key uuid, since timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE reopened record;
BEGIN
  FOR reopened IN
    UPDATE promise_to_pay p SET state = 'open', decided_at = NULL FROM receivable r
    WHERE p.invoice_id = invoice_key AND r.invoice_id = invoice_key
      AND (p.state = 'kept' AND p.decided_at >= since OR p.state = 'withdrawn' AND p.decided_at = r.closed_at)
    RETURNING p.id, p.amount, p.promised_for
  LOOP
    PERFORM record_event(ctx, i.sale_id, 'promise-reopened', jsonb_build_object('kind', 'promise', 'id', reopened.id,
        'number', i.number, 'amount', reopened.amount, 'currency', i.currency, 'workflowId', 'receivable:' || i.id,
        'detail', jsonb_build_object('promisedFor', reopened.promised_for)))
    FROM invoice i WHERE i.id = invoice_key;
  END LOOP;
END $$;
