-- Starts the workflow of a reopened receivable again, through the outbox.
--
-- Input:   the invoice
-- Locks:   the row of the outbox
-- Refuses: none
-- Key:     the id of the workflow; again the same request is handed on once more
CREATE OR REPLACE FUNCTION restart_receivable_workflow(invoice_key uuid) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
  VALUES (
    'receivable', 'receivable:' || invoice_key, 'receivables',
    jsonb_build_object('invoiceId', invoice_key),
    receivable_search_attributes(invoice_key))
  ON CONFLICT (workflow_id) DO UPDATE
  SET started_at = NULL,
    run_id = NULL,
    attempts = 0,
    last_error = NULL,
    created_at = excluded.created_at
$$;
