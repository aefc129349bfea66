-- Books what an agency reports about a case. Input {placementId, sequence, type, occurredAt, occurredOn,
-- contentHash (hex), content, amount?, currency?, promisedFor?, reason?, commissionAmount?, businessDate, accounts:
-- {agencyClearing, unappliedCash, receivables}}. The sequence is the agency's own: gaps and a wrong order are
-- taken, the same number with the same content answers {kind: 'replayed'}, also after the case has ended.
-- Answers {kind: 'recorded' | 'replayed', eventId?}: no id when an agency closes what we have closed already. Refuses: PLACEMENT_NOT_FOUND, EVENT_CONFLICT, PLACEMENT_CLOSED, PLACEMENT_NOT_ACKNOWLEDGED,
-- PAYMENT_NOT_POSITIVE, PAYMENT_EXCEEDS_OUTSTANDING, PAYMENT_CURRENCY_DIFFERS.
CREATE OR REPLACE FUNCTION report_placement_event(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placed placement%ROWTYPE;
  known placement_event%ROWTYPE;
  key uuid := uuid_v7();
  paid uuid;
BEGIN
  PERFORM require_agency();
  PERFORM enter_context(ctx);
  placed := lock_placement((input->>'placementId')::uuid);
  SELECT * INTO known FROM placement_event WHERE placement_id = placed.id AND sequence = (input->>'sequence')::int;
  IF known.content_hash = decode(input->>'contentHash', 'hex') THEN
    RETURN jsonb_build_object('kind', 'replayed', 'eventId', known.id);
  ELSIF known.id IS NOT NULL THEN
    PERFORM refuse('EVENT_CONFLICT', format('Event %s of this case is known with other content.', known.sequence), 'sequence');
  END IF;
  -- The case was closed because nothing was left; an agency that closes it too says nothing new.
  IF input->>'type' = 'closed' AND placed.state = 'closed' AND placed.close_reason = 'settled' THEN
    RETURN '{"kind":"replayed"}';
  END IF;
  PERFORM check_event(placed, input);
  IF input->>'type' = 'payment' THEN paid := collect_payment(ctx, placed, input); END IF;
  INSERT INTO placement_event (id, placement_id, agency_id, sequence, type, occurred_at, received_at, amount, currency,
    content_hash, content, out_of_order, commission_amount, payment_id)
  VALUES (key, placed.id, placed.agency_id, (input->>'sequence')::int, input->>'type', (input->>'occurredAt')::timestamptz,
    context_at(ctx), (input->>'amount')::bigint, input->>'currency', decode(input->>'contentHash', 'hex'), (input->'content')::json,
    (input->>'sequence')::int < placed.last_sequence, (input->>'commissionAmount')::bigint, paid);
  UPDATE placement SET last_sequence = greatest(last_sequence, (input->>'sequence')::int),
    last_event_at = greatest(last_event_at, context_at(ctx)) WHERE id = placed.id;
  SELECT * INTO placed FROM placement WHERE id = placed.id;
  PERFORM apply_event(ctx, placed, key, input);
  PERFORM note_placement(ctx, placed, 'agency-' || replace(input->>'type', '_', '-'), jsonb_build_object(
    'kind', 'placement-event', 'id', key, 'amount', input->>'amount', 'detail', jsonb_build_object('sequence', input->'sequence',
      'occurredAt', input->>'occurredAt', 'commission', input->>'commissionAmount')));
  RETURN jsonb_build_object('kind', 'recorded', 'eventId', key);
END $$;
