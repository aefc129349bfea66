-- Ends a case that the agency has nothing left to do with. Input {placementId}. Answers {closed}: false when it had
-- ended before, and while something is outstanding (again). Refuses: PLACEMENT_NOT_FOUND.
CREATE OR REPLACE FUNCTION close_placement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE placed placement%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  placed := lock_placement((input->>'placementId')::uuid);
  IF placed.closed_at IS NOT NULL OR placed.outstanding_amount > 0 THEN RETURN '{"closed":false}'; END IF;
  UPDATE placement SET state = CASE state WHEN 'recalled' THEN state ELSE 'closed' END,
    close_reason = CASE state WHEN 'recalled' THEN 'recalled' ELSE 'settled' END,
    closed_at = greatest(context_at(ctx), last_event_at, recalled_at)
  WHERE id = placed.id;
  UPDATE receivable SET state = 'open' WHERE invoice_id = placed.invoice_id AND state = 'placed';
  PERFORM note_placement(ctx, placed, 'placement-closed', '{}');
  RETURN '{"closed":true}';
END $$;
