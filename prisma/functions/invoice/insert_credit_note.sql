-- Takes the next credit note number and writes the document.
--
-- Input:   as issue_credit_note, and the invoice that is credited
-- Locks:   the number series
-- Refuses: SECOND_PERSON_REQUIRED (trigger credit_note_by_two)
CREATE OR REPLACE FUNCTION insert_credit_note(ctx jsonb, input jsonb, invoice_row invoice)
RETURNS credit_note
LANGUAGE plpgsql AS $$
DECLARE
  issued_day date := (input->>'issuedOn')::date;
  net bigint := (input->>'netAmount')::bigint;
  tax bigint := (input->>'taxAmount')::bigint;
  series record;
  note credit_note%ROWTYPE;
BEGIN
  SELECT * INTO series
  FROM take_number(invoice_row.legal_entity_id, 'credit-note', issued_day);

  INSERT INTO credit_note (
    id, series_id, series_number, number, invoice_id, dispute_id, request_id, reason,
    issued_on, issued_at, issued_by, currency, net_amount, tax_amount, total_amount)
  VALUES (
    uuid_v7(),
    series.series_id,
    series.number,
    document_number(series.prefix, series.number),
    invoice_row.id,
    (input->>'disputeId')::uuid,
    (input->>'requestId')::uuid,
    input->>'reason',
    issued_day,
    context_at(ctx),
    ctx#>>'{actor,id}',
    invoice_row.currency,
    net,
    tax,
    net + tax)
  RETURNING * INTO note;
  RETURN note;
END $$;
