-- Credits part of an invoice by a document of its own, with a gapless number and a check digit,
-- never above what is open. It settles the longest due items first. A dispute that it names is
-- resolved for the customer.
--
-- Input:   issueCreditNote in prisma/commands/invoice.ts; `journal` comes from domain/ledger;
--          `requestId` is a request that was approved, needed above what one person alone may
--          credit
-- Answer:  the credit note, its number, and the allocations that it made
-- Locks:   the books (shared), open items of the invoice by id, its open placement, the receivable,
--          the dispute, the number series
-- Refuses: INVOICE_NOT_FOUND, CREDIT_EXCEEDS_OPEN, DISPUTE_NOT_FOUND, DISPUTE_RESOLVED;
--          SECOND_PERSON_REQUIRED (trigger credit_note_by_two); of the codes that its helpers know
--          never CREDIT_NOTE_REQUIRED, CREDIT_NOTE_UNSUITABLE, OPEN_ITEM_NOT_FOUND,
--          LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN
-- Key:     requestId, a unique index; without one none: a repetition credits more of what is open,
--          callers bring an idempotency key of their own
CREATE OR REPLACE FUNCTION issue_credit_note(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wanted bigint := (input->>'netAmount')::bigint + (input->>'taxAmount')::bigint;
  invoice_row invoice%ROWTYPE;
  note credit_note%ROWTYPE;
  allocation_ids uuid[];
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_open_items((input->>'invoiceId')::uuid);
  SELECT * INTO invoice_row FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  PERFORM check_credit_note(input, wanted, creditable_amount(invoice_row.id));
  -- What settling will lock, before the series: its lock is the last of every command.
  PERFORM lock_for_settlement(ARRAY(
    SELECT id FROM open_item WHERE invoice_id = invoice_row.id));
  PERFORM 1 FROM dispute WHERE id = (input->>'disputeId')::uuid FOR UPDATE;

  note := insert_credit_note(ctx, input, invoice_row);
  -- Before it settles anything: the dispute that it names ends by this decision, not because
  -- nothing is left to argue about.
  IF note.dispute_id IS NOT NULL THEN
    PERFORM resolve_dispute(ctx, jsonb_build_object(
      'disputeId', note.dispute_id, 'resolution', 'for-customer', 'creditNoteId', note.id));
  END IF;
  allocation_ids := settle_open_items(
    ctx,
    jsonb_build_object(
      'kind', 'credit-note',
      'creditNoteId', note.id,
      'bookedOn', note.issued_on,
      'evidence', jsonb_build_object('reason', note.reason),
      'items', oldest_first_of_invoice(invoice_row.id, wanted, '{instalment,opening}')),
    note.currency);
  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', invoice_row.legal_entity_id,
      'businessDate', note.issued_on,
      'kind', 'credit-note',
      'documentKind', 'credit-note',
      'documentId', note.id,
      'description', note.number,
      'currency', note.currency),
    input->'journal');
  PERFORM record_receivable_event(ctx, invoice_row.id, 'credited', jsonb_build_object(
    'kind', 'credit-note', 'id', note.id, 'number', note.number, 'amount', wanted));
  RETURN jsonb_build_object(
    'creditNoteId', note.id, 'number', note.number, 'allocationIds', to_jsonb(allocation_ids));
END $$;
