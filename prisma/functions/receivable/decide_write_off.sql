-- A second person approves a requested write-off or rejects it. At most what is still open is
-- written off, not what was paid since the request.
--
-- Input:   decideWriteOff in prisma/commands/receivable.ts
-- Answer:  the amount that is given up, '0' when it was rejected
-- Locks:   the books (shared), open items of the invoice by id, the request, the placement, the
--   receivable, then those of settle_open_items
-- Refuses: WRITE_OFF_NOT_FOUND, WRITE_OFF_DECIDED, PERSON_REQUIRED, SECOND_PERSON_REQUIRED,
--   NOTHING_OPEN; under its locks never INVOICE_NOT_FOUND, OPEN_ITEM_NOT_FOUND,
--   LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN
-- Key:     writeOffId; deciding again is refused
CREATE OR REPLACE FUNCTION decide_write_off(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  request write_off%ROWTYPE;
  open_total bigint;
  given_up bigint := 0;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO request FROM write_off WHERE id = (input->>'writeOffId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('WRITE_OFF_NOT_FOUND', 'There is no such request.', 'writeOffId');
  END IF;
  -- The items first: whoever settles them ends the request.
  open_total := lock_open_items(request.invoice_id);
  SELECT * INTO request FROM write_off WHERE id = request.id FOR UPDATE;
  PERFORM check_write_off_decision(ctx, request, input->>'decision', open_total);

  IF input->>'decision' = 'approved' THEN
    given_up := least(open_total, request.amount);
    PERFORM lock_for_settlement(ARRAY(
      SELECT id FROM open_item WHERE invoice_id = request.invoice_id));
  END IF;
  -- Before it is booked: its own booking must not let it lapse.
  PERFORM end_write_off(ctx, request, jsonb_build_object(
    'state', input->>'decision', 'amount', given_up));
  IF given_up > 0 THEN
    PERFORM book_write_off(ctx, request, given_up, input);
  END IF;
  RETURN jsonb_build_object('writtenOff', given_up::text);
END $$;
