-- Reopens an ended receivable and the life of its sale; as placed when an agency still has the
-- case. Its workflow is started again through the outbox. A receivable that has not ended stays as
-- it is.
--
-- Input:   the invoice
-- Locks:   the caller holds the placement and the receivable; the sale's life, the request for the
--   workflow
-- Refuses: none
CREATE OR REPLACE FUNCTION reopen_receivable(ctx jsonb, invoice_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  is_placed boolean := EXISTS (
    SELECT 1 FROM placement
    WHERE invoice_id = invoice_key AND closed_at IS NULL AND state <> 'recalled');
BEGIN
  UPDATE receivable
  SET state = CASE WHEN is_placed THEN 'placed' ELSE 'open' END, outcome = NULL, closed_at = NULL
  WHERE invoice_id = invoice_key AND closed_at IS NOT NULL;
  IF NOT FOUND THEN
    RETURN;
  END IF;

  UPDATE sale_lifecycle
  SET stage = CASE WHEN is_placed THEN 'placed' ELSE 'collecting' END,
    since = context_at(ctx),
    outcome = NULL,
    closed_at = NULL,
    next_step = CASE WHEN is_placed THEN 'collection' ELSE 'payment' END
  WHERE sale_id = (SELECT sale_id FROM invoice WHERE id = invoice_key) AND closed_at IS NOT NULL;
  PERFORM restart_receivable_workflow(invoice_key);
END $$;
