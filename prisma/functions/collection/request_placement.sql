-- Asks to place an invoice that the policy would not place: held, promised, disputed, not due or
-- too little. A second person decides; until then nothing is placed.
--
-- Input:   requestPlacement in prisma/commands/collection.ts; `obstacle` says why the policy would
--          not place it
-- Answer:  the request
-- Locks:   the books (shared), open items of the invoice by id, the work item, the receivable
-- Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, PERSON_REQUIRED, PLACEMENT_OPEN, PLACEMENT_WAITING,
--          AGENCY_UNSUITABLE
-- Key:     invoiceId: one request waits at a time (index placement_request_one_requested), another
--          one is refused
CREATE OR REPLACE FUNCTION request_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_row invoice%ROWTYPE;
  invoice_key uuid := (input->>'invoiceId')::uuid;
  request_key uuid := uuid_v7();
  open_total bigint;
BEGIN
  PERFORM enter_context(ctx);
  open_total := lock_open_items(invoice_key);
  IF open_total = 0 THEN
    PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'invoiceId');
  END IF;
  IF ctx#>>'{actor,kind}' <> 'user' THEN
    PERFORM refuse('PERSON_REQUIRED', 'Only a person can ask for what the policy would not do.');
  END IF;
  IF EXISTS (SELECT 1 FROM placement WHERE invoice_id = invoice_key AND closed_at IS NULL) THEN
    PERFORM refuse('PLACEMENT_OPEN', 'The invoice is with an agency.', 'invoiceId');
  END IF;
  IF EXISTS (
    SELECT 1 FROM placement_request WHERE invoice_id = invoice_key AND state = 'requested'
  ) THEN
    PERFORM refuse(
      'PLACEMENT_WAITING',
      'Another request for this invoice waits for its second person.',
      'invoiceId');
  END IF;
  SELECT * INTO invoice_row FROM invoice WHERE id = invoice_key;
  PERFORM choose_agency(
    invoice_row, (input->>'agencyId')::uuid,
    (context_at(ctx) AT TIME ZONE entity.time_zone)::date)
  FROM legal_entity entity
  WHERE entity.id = invoice_row.legal_entity_id;

  INSERT INTO placement_request (
    id, invoice_id, agency_id, amount, currency, obstacle, reason, state, requested_by,
    requested_at)
  VALUES (
    request_key, invoice_key, (input->>'agencyId')::uuid, open_total, invoice_row.currency,
    input->>'obstacle', input->>'reason', 'requested', ctx#>>'{actor,id}', context_at(ctx));
  PERFORM ask_second_person(ctx, invoice_key, jsonb_build_object(
    'asked', 'placement',
    'kind', 'placement-request',
    'id', request_key,
    'amount', open_total,
    'reason', input->>'reason'));
  RETURN jsonb_build_object('placementRequestId', request_key);
END $$;
