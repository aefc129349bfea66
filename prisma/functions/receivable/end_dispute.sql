-- Ends an open dispute. `ended`: {resolution, creditNoteId?, settledBy?}; `settledBy` is the kind of allocation that left
-- nothing to argue about. The caller holds the items. Refuses: DISPUTE_RESOLVED.
CREATE OR REPLACE FUNCTION end_dispute(ctx jsonb, argued dispute, ended jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE dispute SET state = 'resolved', resolution = ended->>'resolution', resolved_by = ctx#>>'{actor,id}',
    resolved_at = context_at(ctx), credit_note_id = (ended->>'creditNoteId')::uuid
  WHERE id = argued.id AND state = 'open';
  IF NOT FOUND THEN PERFORM refuse('DISPUTE_RESOLVED', 'The dispute was settled before.', 'disputeId'); END IF;
  PERFORM end_work_item(ctx, 'dispute', argued.id::text);
  PERFORM note_receivable(ctx, argued.invoice_id, 'dispute-resolved', jsonb_build_object('kind', 'dispute', 'id', argued.id,
    'amount', argued.amount, 'detail', jsonb_strip_nulls(ended - 'creditNoteId')));
END $$;
