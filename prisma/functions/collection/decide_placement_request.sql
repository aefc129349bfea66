-- A second person agrees to place an invoice that the policy would not place, or rejects it. What
-- is open by then is placed, with what is disputed of it.
--
-- Input:   decidePlacementRequest in prisma/commands/collection.ts
-- Answer:  the placement, null when it was rejected
-- Locks:   the books (shared), open items of the invoice by id, the request, the receivable, then
--          those of insert_placement
-- Refuses: PLACEMENT_REQUEST_NOT_FOUND, PLACEMENT_REQUEST_DECIDED; approved, PERSON_REQUIRED,
--          SECOND_PERSON_REQUIRED, AGENCY_UNSUITABLE, AGENCY_MISSING; under its locks never
--          INVOICE_NOT_FOUND
-- Key:     placementRequestId and its state; deciding again is refused
CREATE OR REPLACE FUNCTION decide_placement_request(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  request placement_request%ROWTYPE;
  open_total bigint;
  placed jsonb := '{}';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO request
  FROM placement_request
  WHERE id = (input->>'placementRequestId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse(
      'PLACEMENT_REQUEST_NOT_FOUND', 'There is no such request.', 'placementRequestId');
  END IF;
  -- The items first: whoever settles them ends the request.
  open_total := lock_open_items(request.invoice_id);
  SELECT * INTO request FROM placement_request WHERE id = request.id FOR UPDATE;
  IF request.state <> 'requested' THEN
    PERFORM refuse(
      'PLACEMENT_REQUEST_DECIDED', ended_request_sentence(request.state), 'placementRequestId');
  END IF;
  IF input->>'decision' = 'approved' THEN
    PERFORM check_asker(request.requested_by, 'placementRequestId');
    PERFORM check_second_person(ctx, request.requested_by,
      'Who asked for a placement cannot be the one who approves it.', 'placementRequestId');
  END IF;

  PERFORM 1 FROM receivable WHERE invoice_id = request.invoice_id FOR UPDATE;
  PERFORM end_placement_request(ctx, request, jsonb_build_object('state', input->>'decision'));
  IF input->>'decision' = 'approved' THEN
    placed := place_with_agency(ctx, request.invoice_id, open_total, jsonb_build_object(
      'agencyId', request.agency_id, 'placedOn', input->>'placedOn'));
    IF placed->>'kind' <> 'placed' THEN
      PERFORM refuse(
        'AGENCY_MISSING', 'No active agency works in the country and currency of this customer.',
        'placementRequestId');
    END IF;
    UPDATE placement_request
    SET placement_id = (placed->>'placementId')::uuid
    WHERE id = request.id;
    UPDATE dispute
    SET placed_with = (placed->>'placementId')::uuid
    WHERE invoice_id = request.invoice_id AND state = 'open';
  END IF;
  RETURN jsonb_build_object('placementId', placed->'placementId');
END $$;
