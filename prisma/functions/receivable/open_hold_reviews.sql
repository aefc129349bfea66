-- Puts holds before a person again, each as one work item: release_hold or keep_hold ends it.
--
-- Input:   the invoice whose reminders they stop, and the ids of the holds
-- Locks:   the work items
-- Refuses: none
-- Key:     the hold: one open work item each
CREATE OR REPLACE FUNCTION open_hold_reviews(ctx jsonb, invoice_key uuid, hold_keys jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM open_invoice_work_item(ctx, invoice_key, jsonb_build_object(
    'kind', 'hold-review',
    'subjectKind', 'hold',
    'subjectId', h.id,
    'amount', (SELECT sum(open_amount) FROM open_item WHERE invoice_id = invoice_key),
    'detail', jsonb_build_object(
      'reason', h.reason,
      'covers', CASE WHEN h.invoice_id IS NULL THEN 'customer' ELSE 'invoice' END,
      'placedBy', h.placed_by,
      'placedAt', h.placed_at,
      'until', h.held_until)))
  FROM dunning_hold h
  WHERE h.released_at IS NULL
    AND h.id IN (SELECT hold_key::uuid FROM jsonb_array_elements_text(hold_keys) AS hold_key)
    AND NOT EXISTS (
      SELECT 1 FROM work_item w
      WHERE w.kind = 'hold-review' AND w.subject_id = h.id::text AND w.state = 'open');
END $$;
