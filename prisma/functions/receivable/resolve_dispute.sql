-- Ends a dispute. Input {disputeId, resolution: 'for-customer' | 'for-seller', creditNoteId?}; a customer who is
-- right gets a credit note of that invoice. Refuses: DISPUTE_NOT_FOUND, DISPUTE_RESOLVED, CREDIT_NOTE_REQUIRED,
-- CREDIT_NOTE_UNSUITABLE.
CREATE OR REPLACE FUNCTION resolve_dispute(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  argued dispute%ROWTYPE;
  note uuid := (input->>'creditNoteId')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO argued FROM dispute WHERE id = (input->>'disputeId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('DISPUTE_NOT_FOUND', 'There is no such dispute.', 'disputeId'); END IF;
  PERFORM lock_open_items(argued.invoice_id);
  IF input->>'resolution' = 'for-customer' AND note IS NULL THEN
    SELECT c.id INTO note FROM credit_note c WHERE c.dispute_id = argued.id ORDER BY c.issued_at DESC LIMIT 1;
    IF note IS NULL THEN
      PERFORM refuse('CREDIT_NOTE_REQUIRED', 'A dispute that is settled for the customer names its credit note.', 'creditNoteId');
    END IF;
  END IF;
  IF note IS NOT NULL AND NOT EXISTS (SELECT 1 FROM credit_note WHERE id = note AND invoice_id = argued.invoice_id) THEN
    PERFORM refuse('CREDIT_NOTE_UNSUITABLE', 'This invoice has no such credit note.', 'creditNoteId');
  END IF;
  PERFORM end_dispute(ctx, argued, jsonb_build_object('resolution', input->>'resolution', 'creditNoteId', note));
  RETURN '{}';
END $$;
