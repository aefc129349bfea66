-- A second person agrees or not. Input {creditNoteRequestId, decision: 'approved' | 'rejected', and when approved
-- netAmount, taxAmount, issuedOn, journal as issue_credit_note}. Answers {creditNoteId} (null when rejected).
-- Refuses: CREDIT_NOTE_REQUEST_NOT_FOUND, CREDIT_NOTE_DECIDED, SECOND_PERSON_REQUIRED and what issue_credit_note refuses.
CREATE OR REPLACE FUNCTION decide_credit_note(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  asked credit_note_request%ROWTYPE;
  issued jsonb := '{}';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO asked FROM credit_note_request WHERE id = (input->>'creditNoteRequestId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('CREDIT_NOTE_REQUEST_NOT_FOUND', 'There is no such request.', 'creditNoteRequestId');
  END IF;
  PERFORM lock_open_items(asked.invoice_id);
  SELECT * INTO asked FROM credit_note_request WHERE id = asked.id FOR UPDATE;
  IF asked.state <> 'requested' THEN
    PERFORM refuse('CREDIT_NOTE_DECIDED', ended_request_sentence(asked.state), 'creditNoteRequestId');
  END IF;
  IF input->>'decision' = 'approved' AND ctx#>>'{actor,id}' = asked.requested_by THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED', 'Who asked for a credit note cannot be the one who approves it.', 'creditNoteRequestId');
  END IF;
  -- Before it is issued: its own booking must not let it lapse.
  PERFORM end_credit_note_request(ctx, asked, jsonb_build_object('state', input->>'decision'));
  IF input->>'decision' = 'approved' THEN
    issued := issue_credit_note(ctx, input || jsonb_build_object('invoiceId', asked.invoice_id, 'reason', asked.reason,
      'disputeId', asked.dispute_id, 'requestId', asked.id));
  END IF;
  RETURN jsonb_build_object('creditNoteId', issued->'creditNoteId');
END $$;
