-- Credits part of an invoice: a document of its own, with a gapless number and a check digit, never above what is open.
-- Input {invoiceId, netAmount, taxAmount, reason, issuedOn, disputeId?, requestId?, journal}; `journal` comes from domain/ledger,
-- `requestId` is of a request that was approved, and needed above what one person alone may credit. What is oldest is settled
-- first. A dispute that is named is settled for the customer. Answers {creditNoteId, number, allocationIds}.
-- Refuses: INVOICE_NOT_FOUND, CREDIT_EXCEEDS_OPEN, DISPUTE_NOT_FOUND, DISPUTE_RESOLVED, SECOND_PERSON_REQUIRED.
CREATE OR REPLACE FUNCTION issue_credit_note(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  billed invoice%ROWTYPE;
  item record;
  wanted bigint := (input->>'netAmount')::bigint + (input->>'taxAmount')::bigint;
  rest bigint := wanted;
  items jsonb := '[]';
  series record;
  key uuid := uuid_v7();
  note_number text;
  settled uuid[];
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO billed FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId'); END IF;
  PERFORM 1 FROM open_item WHERE invoice_id = billed.id ORDER BY id FOR UPDATE;
  PERFORM check_credit_note(input, wanted, creditable_amount(billed.id));
  FOR item IN SELECT id, least(open_amount, rest) AS amount, open_amount FROM open_item
    WHERE invoice_id = billed.id AND open_amount > 0 AND kind <> 'fee' ORDER BY due_on, instalment, id
  LOOP
    EXIT WHEN rest = 0;
    items := items || jsonb_build_object('openItemId', item.id, 'amount', least(item.open_amount, rest));
    rest := rest - least(item.open_amount, rest);
  END LOOP;
  -- What settling will lock, before the series: its lock is the last of every command.
  PERFORM 1 FROM placement WHERE invoice_id = billed.id AND closed_at IS NULL FOR UPDATE;
  PERFORM 1 FROM receivable WHERE invoice_id = billed.id FOR UPDATE;
  PERFORM 1 FROM dispute WHERE id = (input->>'disputeId')::uuid FOR UPDATE;

  SELECT * INTO series FROM take_number(billed.legal_entity_id, 'credit-note', (input->>'issuedOn')::date);
  note_number := document_number(series.prefix, series.number);
  INSERT INTO credit_note (id, series_id, series_number, number, invoice_id, dispute_id, reason, issued_on, issued_at, currency,
    net_amount, tax_amount, total_amount, issued_by, request_id)
  VALUES (key, series.series_id, series.number, note_number, billed.id, (input->>'disputeId')::uuid, input->>'reason',
    (input->>'issuedOn')::date, context_at(ctx), billed.currency, (input->>'netAmount')::bigint, (input->>'taxAmount')::bigint, wanted,
    ctx#>>'{actor,id}', (input->>'requestId')::uuid);
  -- Before it settles anything: the dispute that it names ends by this decision, not because nothing is left to argue about.
  IF input->>'disputeId' IS NOT NULL THEN
    PERFORM resolve_dispute(ctx, jsonb_build_object('disputeId', input->>'disputeId', 'resolution', 'for-customer', 'creditNoteId', key));
  END IF;
  settled := settle_open_items(ctx, jsonb_build_object('kind', 'credit-note', 'creditNoteId', key, 'bookedOn', input->>'issuedOn',
    'evidence', jsonb_build_object('reason', input->>'reason'), 'items', items), billed.currency);
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', billed.legal_entity_id, 'businessDate', input->>'issuedOn',
    'kind', 'credit-note', 'documentKind', 'credit-note', 'documentId', key, 'description', note_number, 'currency', billed.currency),
    input->'journal');
  PERFORM record_event(ctx, billed.sale_id, 'credited', jsonb_build_object('kind', 'credit-note', 'id', key, 'number', note_number,
    'amount', wanted, 'currency', billed.currency, 'workflowId', 'receivable:' || billed.id));
  RETURN jsonb_build_object('creditNoteId', key, 'number', note_number, 'allocationIds', to_jsonb(settled));
END $$;
