-- Asks for a credit note that one person alone may not issue. A second person decides; until then
-- nothing is booked and no number is taken.
--
-- Input:   requestCreditNote in prisma/commands/invoice.ts
-- Answer:  the request
-- Locks:   the books (shared), open items of the invoice by id, the work item, the receivable
-- Refuses: INVOICE_NOT_FOUND, CREDIT_EXCEEDS_OPEN, DISPUTE_NOT_FOUND, DISPUTE_RESOLVED,
--          CREDIT_NOTE_WAITING
-- Key:     invoiceId: one request waits at a time (index credit_note_request_one_requested),
--          another one is refused
CREATE OR REPLACE FUNCTION request_credit_note(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  wanted bigint := (input->>'amount')::bigint;
  request_key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_open_items(invoice_key);
  PERFORM check_credit_note(input, wanted, creditable_amount(invoice_key));
  IF EXISTS (
    SELECT 1 FROM credit_note_request WHERE invoice_id = invoice_key AND state = 'requested'
  ) THEN
    PERFORM refuse(
      'CREDIT_NOTE_WAITING',
      'Another request for this invoice waits for its second person.',
      'invoiceId');
  END IF;

  INSERT INTO credit_note_request (
    id, invoice_id, dispute_id, amount, currency, reason, state, requested_by, requested_at)
  SELECT
    request_key, invoice.id, (input->>'disputeId')::uuid, wanted, invoice.currency,
    input->>'reason', 'requested', ctx#>>'{actor,id}', context_at(ctx)
  FROM invoice
  WHERE invoice.id = invoice_key;
  PERFORM ask_second_person(ctx, invoice_key, jsonb_build_object(
    'asked', 'credit-note',
    'kind', 'credit-note-request',
    'id', request_key,
    'amount', wanted,
    'reason', input->>'reason'));
  RETURN jsonb_build_object('creditNoteRequestId', request_key);
END $$;
