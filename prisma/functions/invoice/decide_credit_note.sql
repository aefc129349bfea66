-- A second person approves a requested credit note, which issues it at once, or rejects it.
--
-- Input:   decideCreditNote in prisma/commands/invoice.ts; when approved also what
--          issue_credit_note takes that the request does not say
-- Answer:  creditNoteId, null when it was rejected
-- Locks:   the books (shared), open items of the invoice by id, the request, its work item, then
--          those of issue_credit_note or the receivable
-- Refuses: CREDIT_NOTE_REQUEST_NOT_FOUND, CREDIT_NOTE_DECIDED; approved, SECOND_PERSON_REQUIRED,
--          PERSON_REQUIRED and those of issue_credit_note: CREDIT_EXCEEDS_OPEN,
--          DISPUTE_NOT_FOUND, DISPUTE_RESOLVED, and of the codes that its helpers know never
--          INVOICE_NOT_FOUND, CREDIT_NOTE_REQUIRED, CREDIT_NOTE_UNSUITABLE, OPEN_ITEM_NOT_FOUND,
--          LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN
-- Key:     creditNoteRequestId and its state; deciding again is refused
CREATE OR REPLACE FUNCTION decide_credit_note(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  request credit_note_request%ROWTYPE;
  issued jsonb := '{}';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO request
  FROM credit_note_request
  WHERE id = (input->>'creditNoteRequestId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse(
      'CREDIT_NOTE_REQUEST_NOT_FOUND', 'There is no such request.', 'creditNoteRequestId');
  END IF;
  -- The items first: whoever settles them ends the request.
  PERFORM lock_open_items(request.invoice_id);
  SELECT * INTO request FROM credit_note_request WHERE id = request.id FOR UPDATE;
  IF request.state <> 'requested' THEN
    PERFORM refuse(
      'CREDIT_NOTE_DECIDED', ended_request_sentence(request.state), 'creditNoteRequestId');
  END IF;
  IF input->>'decision' = 'approved' THEN
    PERFORM check_asker(request.requested_by, 'creditNoteRequestId');
    PERFORM check_second_person(ctx, request.requested_by,
      'Who asked for a credit note cannot be the one who approves it.', 'creditNoteRequestId');
  END IF;

  -- Before it is issued: its own booking must not let it lapse.
  PERFORM end_credit_note_request(ctx, request, jsonb_build_object('state', input->>'decision'));
  IF input->>'decision' = 'approved' THEN
    issued := issue_credit_note(ctx, input || jsonb_build_object(
      'invoiceId', request.invoice_id,
      'reason', request.reason,
      'disputeId', request.dispute_id,
      'requestId', request.id));
  END IF;
  RETURN jsonb_build_object('creditNoteId', issued->'creditNoteId');
END $$;
