-- Writes the next step of a receivable and its time into the receivable, into the life of its sale
-- and, when a person has to decide, into the work queue.
--
-- Input:   the invoice, and {kind, nextStep?, nextStepAt?, workItem?, holds?} of storeNextStep
-- Locks:   the caller holds the receivable; the sale's life, the work item
-- Refuses: none
CREATE OR REPLACE FUNCTION announce_next_step(
  ctx jsonb, invoice_key uuid, input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE receivable
  SET next_step = input->>'nextStep', next_step_at = (input->>'nextStepAt')::timestamptz
  WHERE invoice_id = invoice_key
    AND closed_at IS NULL
    AND (next_step, next_step_at)
      IS DISTINCT FROM (input->>'nextStep', (input->>'nextStepAt')::timestamptz);
  PERFORM set_stage(
    ctx,
    (SELECT sale_id FROM invoice WHERE id = invoice_key),
    CASE WHEN input->>'kind' = 'await-placement' THEN 'placed' ELSE 'collecting' END,
    jsonb_build_object('nextStep', input->>'nextStep', 'nextStepAt', input->>'nextStepAt'));
  PERFORM open_hold_reviews(ctx, invoice_key, coalesce(input->'holds', '[]'));
  IF input->>'workItem' IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM work_item
      WHERE kind = input->>'workItem' AND subject_id = invoice_key::text AND state = 'open') THEN
    PERFORM open_invoice_work_item(ctx, invoice_key, jsonb_build_object(
      'kind', input->>'workItem',
      'subjectKind', 'invoice',
      'subjectId', invoice_key,
      'amount', (SELECT sum(open_amount) FROM open_item WHERE invoice_id = invoice_key)));
  END IF;
END $$;
