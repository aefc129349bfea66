-- Starts the workflow of a reopened receivable again, through the outbox.
--
-- Input:   the invoice
-- Locks:   the row of the outbox
-- Refuses: none
-- Key:     the id of the workflow; again the same request is handed on once more
CREATE OR REPLACE FUNCTION restart_receivable_workflow(invoice_key uuid) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
  SELECT 'receivable', 'receivable:' || i.id, 'receivables',
    jsonb_build_object('invoiceId', i.id),
    jsonb_build_object(
      'Stage', 'collecting',
      'Store', s.code,
      'SaleNumber', sa.number,
      'Customer', c.number,
      'AmountBand', amount_band(i.total_amount))
  FROM invoice i
  JOIN store s ON s.id = i.store_id
  JOIN sale sa ON sa.id = i.sale_id
  JOIN customer c ON c.id = i.customer_id
  WHERE i.id = invoice_key
  ON CONFLICT (workflow_id) DO UPDATE
  SET started_at = NULL,
    run_id = NULL,
    attempts = 0,
    last_error = NULL,
    created_at = excluded.created_at
$$;
