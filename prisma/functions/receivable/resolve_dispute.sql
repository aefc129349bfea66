-- Ends a dispute as a person decided. A dispute resolved for the customer needs a credit note of
-- that invoice; when the input names none, the newest of the dispute is used.
--
-- Input:   resolveDispute in prisma/commands/receivable.ts
-- Answer:  {}
-- Locks:   the books (shared), open items of the invoice by id, the dispute, its work item, the
--   receivable
-- Refuses: DISPUTE_NOT_FOUND, INVOICE_NOT_FOUND (never: a dispute has an invoice),
--   CREDIT_NOTE_REQUIRED, CREDIT_NOTE_UNSUITABLE, DISPUTE_RESOLVED
-- Key:     disputeId; resolving again is refused
CREATE OR REPLACE FUNCTION resolve_dispute(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  dispute_row dispute%ROWTYPE;
  note_key uuid := (input->>'creditNoteId')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO dispute_row FROM dispute WHERE id = (input->>'disputeId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('DISPUTE_NOT_FOUND', 'There is no such dispute.', 'disputeId');
  END IF;
  PERFORM lock_open_items(dispute_row.invoice_id);
  IF input->>'resolution' = 'for-customer' AND note_key IS NULL THEN
    SELECT c.id INTO note_key
    FROM credit_note c
    WHERE c.dispute_id = dispute_row.id
    ORDER BY c.issued_at DESC
    LIMIT 1;
    IF note_key IS NULL THEN
      PERFORM refuse(
        'CREDIT_NOTE_REQUIRED',
        'A dispute that is settled for the customer names its credit note.',
        'creditNoteId');
    END IF;
  END IF;
  IF note_key IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM credit_note
      WHERE id = note_key AND invoice_id = dispute_row.invoice_id) THEN
    PERFORM refuse(
      'CREDIT_NOTE_UNSUITABLE', 'This invoice has no such credit note.', 'creditNoteId');
  END IF;
  IF NOT end_dispute(ctx, dispute_row, jsonb_build_object(
      'resolution', input->>'resolution', 'creditNoteId', note_key)) THEN
    PERFORM refuse('DISPUTE_RESOLVED', 'The dispute was settled before.', 'disputeId');
  END IF;
  RETURN '{}';
END $$;
