-- Books what an agency reports about a case. The sequence is the agency's own: gaps and a wrong
-- order are accepted. For the request of the agency itself.
--
-- Input:   reportPlacementEvent in prisma/commands/collection.ts; `contentHash` in hex decides
--          whether a repetition is the same report
-- Answer:  kind `recorded`; `replayed`: the same report was recorded before, also when the case
--          has ended since; without an id when an agency closes what we have closed already
-- Locks:   the books (shared), the invoice's open items by id, the placement; with a payment the
--          payment itself and payments that were suggested for the same items; the receivable
-- Refuses: PLACEMENT_NOT_FOUND, EVENT_CONFLICT (the sequence is known with other content) and
--          those of check_placement_event: PLACEMENT_NOT_ACKNOWLEDGED, PLACEMENT_CLOSED,
--          PAYMENT_CURRENCY_DIFFERS, PAYMENT_NOT_POSITIVE, PAYMENT_EXCEEDS_OUTSTANDING; the
--          commands it calls could add INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH,
--          DISPUTE_EXCEEDS_OPEN, WRITE_OFF_EXCEEDS_OPEN, WRITE_OFF_WAITING,
--          PAYMENT_NOT_FOUND, PAYMENT_REVERSED, ALLOCATION_EXCEEDS_PAYMENT,
--          ALLOCATION_EXCEEDS_OPEN, OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH,
--          but what they are given here is checked before
-- Key:     placementId and sequence: the same content again is `replayed`
CREATE OR REPLACE FUNCTION report_placement_event(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placement_row placement%ROWTYPE;
  known_event placement_event%ROWTYPE;
  event_key uuid;
  payment_key uuid;
BEGIN
  PERFORM require_agency();
  PERFORM enter_context(ctx);
  placement_row := lock_placement((input->>'placementId')::uuid);
  SELECT * INTO known_event
  FROM placement_event
  WHERE placement_id = placement_row.id AND sequence = (input->>'sequence')::int;
  IF known_event.content_hash = decode(input->>'contentHash', 'hex') THEN
    RETURN jsonb_build_object('kind', 'replayed', 'eventId', known_event.id);
  ELSIF known_event.id IS NOT NULL THEN
    PERFORM refuse(
      'EVENT_CONFLICT',
      format('Event %s of this case is known with other content.', known_event.sequence),
      'sequence');
  END IF;

  -- The case was closed because nothing was left; an agency that closes it too says nothing new.
  IF input->>'type' = 'closed'
    AND placement_row.state = 'closed'
    AND placement_row.close_reason = 'settled' THEN
    RETURN '{"kind":"replayed"}';
  END IF;

  PERFORM check_placement_event(ctx, placement_row, input);
  IF input->>'type' = 'payment' THEN
    payment_key := collect_payment(ctx, placement_row, input);
  END IF;
  event_key := insert_placement_event(ctx, placement_row, payment_key, input);
  SELECT * INTO placement_row FROM placement WHERE id = placement_row.id;
  PERFORM apply_placement_event(ctx, placement_row, event_key, input);
  PERFORM note_placement(
    ctx,
    placement_row,
    'agency-' || replace(input->>'type', '_', '-'),
    jsonb_build_object(
      'kind', 'placement-event',
      'id', event_key,
      'amount', input->>'amount',
      'detail', jsonb_build_object(
        'sequence', input->'sequence',
        'occurredAt', input->>'occurredAt',
        'commission', input->>'commissionAmount')));
  RETURN jsonb_build_object('kind', 'recorded', 'eventId', event_key);
END $$;
