-- Ends an open dispute and its work item.
--
-- Input:   the dispute, and how it ends: {resolution, creditNoteId?, settledBy?}; `settledBy` is
--          the kind of the allocation after which nothing was left to dispute
-- Answer:  false when the dispute had ended before; then nothing is changed
-- Locks:   the caller holds the open items; the dispute, the placement, its work item, the
--          receivable
-- Refuses: none
-- Key:     the state of the dispute
CREATE OR REPLACE FUNCTION end_dispute(ctx jsonb, dispute_row dispute, ended jsonb) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE dispute
  SET state = 'resolved',
    resolution = ended->>'resolution',
    resolved_by = ctx#>>'{actor,id}',
    resolved_at = context_at(ctx),
    credit_note_id = (ended->>'creditNoteId')::uuid
  WHERE id = dispute_row.id AND state = 'open';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM set_disputed_part_aside(ctx, dispute_row.invoice_id);
  PERFORM end_work_item(ctx, 'dispute', dispute_row.id::text);
  PERFORM note_receivable(ctx, dispute_row.invoice_id, 'dispute-resolved', jsonb_build_object(
    'kind', 'dispute',
    'id', dispute_row.id,
    'amount', dispute_row.amount,
    'detail', jsonb_strip_nulls(ended - 'creditNoteId')));
  RETURN true;
END $$;
