-- A receivable that had ended lives again, with its agency when that has the case still: its workflow is asked for
-- once more through the outbox.
CREATE OR REPLACE FUNCTION reopen_receivable(ctx jsonb, invoice_key uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE is_placed boolean := EXISTS (SELECT 1 FROM placement
  WHERE invoice_id = invoice_key AND closed_at IS NULL AND state <> 'recalled');
BEGIN
  UPDATE receivable SET state = CASE WHEN is_placed THEN 'placed' ELSE 'open' END, outcome = NULL, closed_at = NULL
  WHERE invoice_id = invoice_key AND closed_at IS NOT NULL;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE sale_lifecycle SET stage = CASE WHEN is_placed THEN 'placed' ELSE 'collecting' END, since = context_at(ctx),
    outcome = NULL, closed_at = NULL, next_step = CASE WHEN is_placed THEN 'collection' ELSE 'payment' END
  WHERE sale_id = (SELECT sale_id FROM invoice WHERE id = invoice_key) AND closed_at IS NOT NULL;
  INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
  SELECT 'receivable', 'receivable:' || i.id, 'receivables', jsonb_build_object('invoiceId', i.id),
    jsonb_build_object('Stage', 'collecting', 'Store', s.code, 'SaleNumber', sa.number, 'Customer', c.number,
      'AmountBand', amount_band(i.total_amount))
  FROM invoice i JOIN store s ON s.id = i.store_id JOIN sale sa ON sa.id = i.sale_id JOIN customer c ON c.id = i.customer_id
  WHERE i.id = invoice_key
  ON CONFLICT (workflow_id) DO UPDATE SET started_at = NULL, run_id = NULL, attempts = 0, last_error = NULL,
    created_at = excluded.created_at;
END $$;
