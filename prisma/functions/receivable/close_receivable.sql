-- Ends a receivable and with it its sale: nothing is left to pay, for whatever reason. Input {invoiceId,
-- outcome}; again: nothing. Refuses RECEIVABLE_OPEN when something is still open.
CREATE OR REPLACE FUNCTION close_receivable(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE due bigint;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM open_item WHERE invoice_id = (input->>'invoiceId')::uuid ORDER BY id FOR UPDATE;
  SELECT coalesce(sum(open_amount), 0) INTO due FROM open_item WHERE invoice_id = (input->>'invoiceId')::uuid;
  IF due > 0 THEN PERFORM refuse('RECEIVABLE_OPEN', format('%s is still open.', due), 'invoiceId'); END IF;
  UPDATE receivable SET state = 'closed', outcome = input->>'outcome', closed_at = context_at(ctx),
    next_step = NULL, next_step_at = NULL
  WHERE invoice_id = (input->>'invoiceId')::uuid AND closed_at IS NULL;
  IF NOT FOUND THEN RETURN '{"closed":false}'; END IF;
  RETURN close_sale(ctx, jsonb_build_object('outcome', input->>'outcome',
    'saleId', (SELECT sale_id FROM invoice WHERE id = (input->>'invoiceId')::uuid)));
END $$;
