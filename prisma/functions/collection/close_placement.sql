-- Ends a case in which the agency has nothing left to collect. We follow the receivable again.
--
-- Input:   closePlacement in prisma/commands/collection.ts
-- Answer:  `closed` is false when the case had ended before, and while something is outstanding
--          (again)
-- Locks:   the books (shared), the invoice's open items by id, the placement, the receivable,
--          work items of the case
-- Refuses: PLACEMENT_NOT_FOUND
-- Key:     placementId and its closing time: a repetition answers {closed: false}
CREATE OR REPLACE FUNCTION close_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placement_row placement%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  placement_row := lock_placement((input->>'placementId')::uuid);
  IF placement_row.closed_at IS NOT NULL OR placement_row.outstanding_amount > 0 THEN
    RETURN '{"closed":false}';
  END IF;

  UPDATE placement
  SET state = CASE state WHEN 'recalled' THEN state ELSE 'closed' END,
    close_reason = CASE state WHEN 'recalled' THEN 'recalled' ELSE 'settled' END,
    closed_at = greatest(context_at(ctx), last_event_at, recalled_at)
  WHERE id = placement_row.id;
  UPDATE receivable
  SET state = 'open'
  WHERE invoice_id = placement_row.invoice_id AND state = 'placed';
  PERFORM end_direct_payment_work(ctx, placement_row.id);
  PERFORM note_placement(ctx, placement_row, 'placement-closed', '{}');
  RETURN '{"closed":true}';
END $$;
