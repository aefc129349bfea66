
-- ------------------------------------------------------------------ placements at collection agencies
--
-- Locks, in this order: open items by id, the placement, the receivable. An agency reads and reports as
-- `lunas_partner`: what it may do are the SECURITY DEFINER functions below, each of which looks at nothing but
-- the cases of the agency in `lunas.agency_id`.

CREATE SEQUENCE placement_number_seq;

CREATE FUNCTION wire_money(amount bigint, currency text) RETURNS json LANGUAGE sql IMMUTABLE AS $$
  SELECT json_build_object('amount', amount::text, 'currency', trim(currency))
$$;

-- The agency that an invoice goes to when nobody chose one: active, of the customer's country and currency, not
-- one that had this invoice before; of several the one with the least on its desk.
CREATE FUNCTION eligible_agency(invoice_key uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT a.id FROM invoice i JOIN customer c ON c.id = i.customer_id
  JOIN agency a ON a.active AND a.currency = i.currency AND a.country = c.country
  WHERE i.id = invoice_key AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.invoice_id = i.id AND p.agency_id = a.id)
  ORDER BY (SELECT coalesce(sum(p.outstanding_amount), 0) FROM placement p WHERE p.agency_id = a.id AND p.closed_at IS NULL), a.code
  LIMIT 1
$$;

-- Places all that is open of an invoice with an agency. Input {invoiceId, placedOn, agencyId?, version?}: with
-- `version` only if nothing about the receivable has changed since it was read. Answers {kind: 'placed',
-- placementId} (also when it is placed already), {kind: 'no-agency'} (a work item is open), {kind: 'changed'}.
-- Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, DISPUTE_OPEN, AGENCY_UNSUITABLE.
CREATE FUNCTION create_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  due bigint;
  placed uuid;
  claim invoice%ROWTYPE;
  chosen agency%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  due := lock_open_items(invoice_key);
  SELECT id INTO placed FROM placement WHERE invoice_id = invoice_key AND closed_at IS NULL;
  IF FOUND THEN RETURN jsonb_build_object('kind', 'placed', 'placementId', placed); END IF;
  PERFORM 1 FROM receivable WHERE invoice_id = invoice_key AND version = coalesce((input->>'version')::int, version) FOR UPDATE;
  IF NOT FOUND THEN RETURN '{"kind":"changed"}'; END IF;
  IF due = 0 THEN PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'invoiceId'); END IF;
  IF EXISTS (SELECT 1 FROM dispute WHERE invoice_id = invoice_key AND state = 'open') THEN
    PERFORM refuse('DISPUTE_OPEN', 'What is disputed is not placed with an agency.', 'invoiceId');
  END IF;
  SELECT * INTO claim FROM invoice WHERE id = invoice_key;
  SELECT * INTO chosen FROM agency WHERE id = coalesce((input->>'agencyId')::uuid, eligible_agency(invoice_key));
  IF input->>'agencyId' IS NOT NULL AND (chosen.id IS NULL OR NOT chosen.active OR chosen.currency <> claim.currency) THEN
    PERFORM refuse('AGENCY_UNSUITABLE', 'There is no such active agency for this currency.', 'agencyId');
  END IF;
  IF chosen.id IS NULL THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'no-agency', 'subjectKind', 'invoice', 'subjectId', claim.id,
      'saleId', claim.sale_id, 'storeId', claim.store_id, 'customerId', claim.customer_id, 'amount', due,
      'currency', claim.currency, 'detail', jsonb_build_object('invoice', claim.number)));
    RETURN '{"kind":"no-agency"}';
  END IF;
  RETURN jsonb_build_object('kind', 'placed', 'placementId',
    insert_placement(ctx, claim, chosen, jsonb_build_object('due', due, 'placedOn', input->>'placedOn')));
END $$;

CREATE FUNCTION insert_placement(ctx jsonb, claim invoice, chosen agency, given jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  placed placement%ROWTYPE;
BEGIN
  INSERT INTO placement (number, agency_id, invoice_id, customer_id, state, currency, placed_amount, outstanding_amount,
    oldest_due_on, terms_version, placed_on, placed_at, placed_by)
  SELECT 'PLC-' || lpad(nextval('placement_number_seq')::text, 6, '0'), chosen.id, claim.id, claim.customer_id, 'created',
    claim.currency, (given->>'due')::bigint, (given->>'due')::bigint, min(due_on), chosen.terms_version,
    (given->>'placedOn')::date, context_at(ctx), ctx#>>'{actor,id}'
  FROM open_item WHERE invoice_id = claim.id AND open_amount > 0
  RETURNING * INTO placed;
  INSERT INTO placement_item (placement_id, open_item_id, principal_amount, fee_amount, currency)
  SELECT placed.id, id, CASE WHEN kind = 'fee' THEN 0 ELSE open_amount END, CASE WHEN kind = 'fee' THEN open_amount ELSE 0 END, currency
  FROM open_item WHERE invoice_id = claim.id AND open_amount > 0;
  -- No word about the debtor: the agency fetches what it needs under its own key, for as long as it has the case.
  PERFORM tell_agency(ctx, placed, 'placement.created', json_build_object('invoiceNumber', claim.number,
    'placed', wire_money(placed.placed_amount, placed.currency), 'oldestDueOn', placed.oldest_due_on,
    'termsVersion', placed.terms_version));
  UPDATE receivable SET state = 'placed' WHERE invoice_id = claim.id;
  PERFORM set_stage(ctx, claim.sale_id, 'placed', jsonb_build_object('nextStep', 'collection'));
  PERFORM end_work_item(ctx, 'no-agency', claim.id::text);
  PERFORM note_receivable(ctx, claim.id, 'placed', jsonb_build_object('kind', 'placement', 'id', placed.id, 'number', placed.number,
    'amount', placed.placed_amount, 'workflowId', 'placement:' || placed.id, 'detail', jsonb_build_object('agency', chosen.name)));
  RETURN placed.id;
END $$;

-- Puts a message for the agency into the outbox; `facts` is joined to what every message says.
CREATE FUNCTION tell_agency(ctx jsonb, placed placement, message text, facts json) RETURNS void LANGUAGE sql AS $$
  INSERT INTO webhook_delivery (agency_id, placement_id, type, payload, created_at)
  VALUES (placed.agency_id, placed.id, message, (jsonb_build_object('placementId', placed.id, 'placementNumber', placed.number,
    'occurredAt', ctx->>'at', 'outstanding', wire_money(placed.outstanding_amount, placed.currency)) || facts::jsonb)::json,
    context_at(ctx))
$$;

-- An event in the life of a placement; `receivable` and `placement` workflows look again.
CREATE FUNCTION note_placement(ctx jsonb, placed placement, kind text, document jsonb) RETURNS void LANGUAGE sql AS $$
  SELECT note_receivable(ctx, placed.invoice_id, kind, jsonb_build_object('kind', 'placement', 'id', placed.id,
    'number', placed.number, 'workflowId', 'placement:' || placed.id) || document)
$$;

-- Locks a case for a command: its open items, then itself. With `lunas.agency_id` set only a case of that agency
-- is found. Refuses: PLACEMENT_NOT_FOUND.
CREATE FUNCTION lock_placement(placement_key uuid, OUT placed placement) LANGUAGE plpgsql AS $$
DECLARE
  own uuid := nullif(current_setting('lunas.agency_id', true), '')::uuid;
  claim uuid := (SELECT invoice_id FROM placement WHERE id = placement_key AND agency_id = coalesce(own, agency_id));
BEGIN
  IF claim IS NULL THEN PERFORM refuse('PLACEMENT_NOT_FOUND', 'There is no such placement.', 'placementId'); END IF;
  PERFORM lock_open_items(claim);
  SELECT * INTO placed FROM placement WHERE id = placement_key FOR UPDATE;
END $$;

-- Only for the functions that partners may call: outside a partner's request they know no case at all.
CREATE FUNCTION require_agency() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE own uuid := nullif(current_setting('lunas.agency_id', true), '')::uuid;
BEGIN
  IF own IS NULL THEN RAISE EXCEPTION 'a command of an agency outside an agency''s request'; END IF;
  RETURN own;
END $$;

-- Takes what is outstanding back from the agency. `ending` is the new state; the receivable is ours again.
CREATE FUNCTION take_back(ctx jsonb, placed placement, ending text, why text) RETURNS placement LANGUAGE plpgsql AS $$
DECLARE
  -- Requests carry the time of their arrival; what is accepted later must not look as if it came before.
  moment timestamptz := greatest(context_at(ctx), placed.last_event_at);
  ended placement%ROWTYPE;
BEGIN
  UPDATE placement SET state = ending, recalled_amount = recalled_amount + outstanding_amount, outstanding_amount = 0,
    recall_reason = CASE WHEN ending = 'recalled' THEN why END,
    recalled_at = CASE WHEN ending = 'recalled' THEN moment END,
    close_reason = CASE WHEN ending = 'recalled' THEN NULL ELSE why END,
    closed_at = CASE WHEN ending = 'recalled' THEN NULL ELSE moment END
  WHERE id = placed.id RETURNING * INTO ended;
  UPDATE receivable SET state = 'open' WHERE invoice_id = placed.invoice_id AND state = 'placed';
  RETURN ended;
END $$;

-- The agency accepts the case or not. Input {placementId, accepted, reason?}; the same answer again is a replay.
-- Answers {kind: 'acknowledged' | 'rejected' | 'replayed'}. Refuses: PLACEMENT_NOT_FOUND, PLACEMENT_CLOSED,
-- PLACEMENT_ANSWERED.
CREATE FUNCTION acknowledge_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placed placement%ROWTYPE;
  accepted boolean := (input->>'accepted')::boolean;
BEGIN
  PERFORM require_agency();
  PERFORM enter_context(ctx);
  placed := lock_placement((input->>'placementId')::uuid);
  IF accepted AND placed.acknowledged_at IS NOT NULL OR NOT accepted AND placed.state = 'rejected' THEN
    RETURN '{"kind":"replayed"}';
  ELSIF placed.acknowledged_at IS NOT NULL OR placed.state = 'rejected' THEN
    PERFORM refuse('PLACEMENT_ANSWERED', 'The case was answered otherwise before.', 'accepted');
  ELSIF placed.state NOT IN ('created', 'submitted') THEN
    PERFORM refuse('PLACEMENT_CLOSED', format('The case is %s.', placed.state), 'placementId');
  ELSIF accepted THEN
    UPDATE placement SET state = 'acknowledged', acknowledged_at = context_at(ctx) WHERE id = placed.id;
    PERFORM note_placement(ctx, placed, 'placement-acknowledged', '{}');
    RETURN '{"kind":"acknowledged"}';
  END IF;
  PERFORM take_back(ctx, placed, 'rejected', input->>'reason');
  PERFORM note_placement(ctx, placed, 'placement-rejected', jsonb_build_object('amount', placed.outstanding_amount,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN '{"kind":"rejected"}';
END $$;

-- Calls a case back. Input {placementId, reason}; again: {kind: 'already-recalled'}. The agency is told; from this
-- moment on nothing of it is accepted. Refuses: PLACEMENT_NOT_FOUND, PLACEMENT_CLOSED.
CREATE FUNCTION recall_placement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  placed placement%ROWTYPE;
  ended placement%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  placed := lock_placement((input->>'placementId')::uuid);
  IF placed.state = 'recalled' THEN RETURN '{"kind":"already-recalled"}'; END IF;
  IF placed.closed_at IS NOT NULL THEN
    PERFORM refuse('PLACEMENT_CLOSED', format('The case is %s.', placed.state), 'placementId');
  END IF;
  ended := take_back(ctx, placed, 'recalled', input->>'reason');
  PERFORM tell_agency(ctx, ended, 'placement.recalled', json_build_object('recalled', wire_money(placed.outstanding_amount, placed.currency)));
  PERFORM set_stage(ctx, i.sale_id, 'collecting', jsonb_build_object('nextStep', 'recalled')) FROM invoice i WHERE i.id = placed.invoice_id;
  PERFORM note_placement(ctx, placed, 'placement-recalled', jsonb_build_object('amount', placed.outstanding_amount,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN '{"kind":"recalled"}';
END $$;

-- Ends a case that the agency has nothing left to do with. Input {placementId}; again: nothing.
-- Refuses: PLACEMENT_NOT_FOUND, PLACEMENT_OUTSTANDING.
CREATE FUNCTION close_placement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE placed placement%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  placed := lock_placement((input->>'placementId')::uuid);
  IF placed.closed_at IS NOT NULL THEN RETURN '{"closed":false}'; END IF;
  IF placed.outstanding_amount > 0 THEN
    PERFORM refuse('PLACEMENT_OUTSTANDING', format('%s is still with the agency.', placed.outstanding_amount), 'placementId');
  END IF;
  UPDATE placement SET state = CASE state WHEN 'recalled' THEN state ELSE 'closed' END,
    close_reason = CASE state WHEN 'recalled' THEN 'recalled' ELSE 'settled' END,
    closed_at = greatest(context_at(ctx), last_event_at, recalled_at)
  WHERE id = placed.id;
  UPDATE receivable SET state = 'open' WHERE invoice_id = placed.invoice_id AND state = 'placed';
  PERFORM note_placement(ctx, placed, 'placement-closed', '{}');
  RETURN '{"closed":true}';
END $$;

-- ------------------------------------------------------------------ what agencies report

-- Books what an agency reports about a case. Input {placementId, sequence, type, occurredAt, occurredOn,
-- contentHash (hex), content, amount?, currency?, promisedFor?, reason?, commissionAmount?, businessDate, accounts:
-- {agencyClearing, unappliedCash, receivables}}. The sequence is the agency's own: gaps and a wrong order are
-- taken, the same number with the same content answers {kind: 'replayed'}, also after the case has ended.
-- Answers {kind: 'recorded' | 'replayed', eventId}. Refuses: PLACEMENT_NOT_FOUND, EVENT_CONFLICT, PLACEMENT_CLOSED,
-- PLACEMENT_NOT_ACKNOWLEDGED, PAYMENT_EXCEEDS_OUTSTANDING, CURRENCY_MISMATCH, NOTHING_OPEN.
CREATE FUNCTION report_placement_event(ctx jsonb, input jsonb) RETURNS jsonb
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

CREATE FUNCTION check_event(placed placement, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF placed.closed_at IS NOT NULL OR placed.state = 'recalled' THEN
    PERFORM refuse('PLACEMENT_CLOSED', format('The case is %s: nothing more is accepted on it.', placed.state), 'placementId');
  ELSIF placed.acknowledged_at IS NULL THEN
    PERFORM refuse('PLACEMENT_NOT_ACKNOWLEDGED', 'Accept the case before you report on it.', 'placementId');
  ELSIF coalesce(input->>'currency', placed.currency) <> placed.currency THEN
    PERFORM refuse('CURRENCY_MISMATCH', format('The case is in %s.', placed.currency), 'amount.currency');
  ELSIF input->>'type' = 'payment' AND (input->>'amount')::bigint > placed.outstanding_amount THEN
    PERFORM refuse('PAYMENT_EXCEEDS_OUTSTANDING', format('%s is outstanding, %s was reported as paid.',
      placed.outstanding_amount, input->>'amount'), 'amount.amount');
  ELSIF input->>'type' IN ('promise', 'dispute', 'uncollectible') AND placed.outstanding_amount = 0 THEN
    PERFORM refuse('NOTHING_OPEN', 'Nothing of this case is outstanding.', 'type');
  END IF;
END $$;

-- The customer has paid the agency: the debt is gone, the agency owes us instead.
CREATE FUNCTION collect_payment(ctx jsonb, placed placement, input jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE payment_key uuid;
BEGIN
  payment_key := (record_payment(ctx, jsonb_build_object('source', 'agency', 'externalId', placed.number || '/' || (input->>'sequence'),
      'legalEntityId', i.legal_entity_id, 'customerId', placed.customer_id, 'amount', input->'amount', 'currency', placed.currency,
      'valueDate', input->>'occurredOn', 'businessDate', input->>'businessDate', 'remittanceText', placed.number,
      'accountCode', input#>>'{accounts,agencyClearing}', 'accounts', input->'accounts'))->>'paymentId')::uuid
    FROM invoice i WHERE i.id = placed.invoice_id;
  PERFORM allocate_payment(ctx, jsonb_build_object('paymentId', payment_key, 'bookedOn', input->>'businessDate',
    'items', oldest_first(placed.invoice_id, (input->>'amount')::bigint), 'accounts', input->'accounts',
    'evidence', jsonb_build_object('placement', placed.number, 'sequence', input->'sequence')));
  RETURN payment_key;
END $$;

-- What an event changes besides the case itself.
CREATE FUNCTION apply_event(ctx jsonb, placed placement, event_key uuid, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE amount bigint := least(coalesce((input->>'amount')::bigint, placed.outstanding_amount), placed.outstanding_amount);
BEGIN
  CASE input->>'type'
    WHEN 'promise' THEN
      UPDATE promise_to_pay SET state = 'withdrawn', decided_at = context_at(ctx)
      WHERE invoice_id = placed.invoice_id AND state = 'open' AND channel = 'agency';
      INSERT INTO promise_to_pay (invoice_id, amount, currency, promised_on, promised_for, state, channel, recorded_by, recorded_at)
      VALUES (placed.invoice_id, amount, placed.currency, least((input->>'occurredOn')::date, (input->>'promisedFor')::date),
        (input->>'promisedFor')::date, 'open', 'agency', ctx#>>'{actor,id}', context_at(ctx));
    WHEN 'dispute' THEN
      IF NOT EXISTS (SELECT 1 FROM dispute WHERE invoice_id = placed.invoice_id AND state = 'open') THEN
        PERFORM open_dispute(ctx, jsonb_build_object('invoiceId', placed.invoice_id, 'amount', amount, 'reason', input->>'reason'));
      END IF;
    WHEN 'direct_payment' THEN
      PERFORM check_direct_payment(ctx, placed, event_key, input);
    WHEN 'uncollectible' THEN
      IF NOT EXISTS (SELECT 1 FROM write_off WHERE invoice_id = placed.invoice_id AND state = 'requested') THEN
        PERFORM request_write_off(ctx, jsonb_build_object('invoiceId', placed.invoice_id, 'placementId', placed.id,
          'amount', placed.outstanding_amount, 'reason', input->>'reason'));
      END IF;
    WHEN 'closed' THEN
      PERFORM take_back(ctx, placed, 'closed', coalesce(input->>'reason', 'closed by the agency'));
    ELSE NULL;
  END CASE;
END $$;

-- Money that the agency saw going to us. We know our own bank: it only is work for a person when what agencies saw
-- and what we booked as paid direct do not agree.
CREATE FUNCTION check_direct_payment(ctx jsonb, placed placement, event_key uuid, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE seen bigint;
BEGIN
  SELECT coalesce(sum(amount), 0) INTO seen FROM placement_event WHERE placement_id = placed.id AND type = 'direct_payment';
  IF seen <= placed.paid_direct_amount THEN RETURN; END IF;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'direct-payment', 'subjectKind', 'placement-event', 'subjectId', event_key,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'amount', input->>'amount', 'currency', placed.currency,
      'detail', jsonb_build_object('placement', placed.number, 'invoice', i.number, 'seenByAgency', seen::text,
        'bookedHere', placed.paid_direct_amount::text)))
  FROM invoice i WHERE i.id = placed.invoice_id;
END $$;

-- ------------------------------------------------------------------ what agencies remit

-- Books an agency's settlement: which payments it passes on, and what it keeps. Input {number, currency, remittedOn,
-- gross, commission, taxOnCommission, net, lines: [{eventId, gross, commission}], businessDate, accounts:
-- {commission, inputTax, agencyClearing}}; domain/collection has checked it against the commission that was agreed.
-- What it keeps leaves agency clearing now, the net when it arrives on the bank account (settle_remittance).
-- Answers {kind: 'recorded' | 'replayed', remittanceId}. Refuses: REMITTANCE_CONFLICT, EVENT_NOT_FOUND,
-- EVENT_REMITTED, REMITTANCE_MISMATCH.
CREATE FUNCTION record_remittance(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own uuid := require_agency();
  known uuid;
  key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended('remittance:' || own, 0));
  SELECT id INTO known FROM remittance WHERE agency_id = own AND number = input->>'number';
  IF FOUND THEN
    IF remittance_content(known) <> remittance_content(input) THEN
      PERFORM refuse('REMITTANCE_CONFLICT', 'This remittance is known with other content.', 'number');
    END IF;
    RETURN jsonb_build_object('kind', 'replayed', 'remittanceId', known);
  END IF;
  PERFORM check_remittance_lines(own, input);
  INSERT INTO remittance (id, agency_id, number, currency, gross_amount, commission_amount, tax_on_commission_amount,
    net_amount, remitted_on, received_at, state)
  VALUES (key, own, input->>'number', input->>'currency', (input->>'gross')::bigint, (input->>'commission')::bigint,
    (input->>'taxOnCommission')::bigint, (input->>'net')::bigint, (input->>'remittedOn')::date, context_at(ctx),
    CASE WHEN (input->>'net')::bigint = 0 THEN 'settled' ELSE 'reported' END);
  INSERT INTO remittance_line (remittance_id, placement_id, event_id, gross_amount, commission_amount, currency)
  SELECT key, e.placement_id, e.id, (l->>'gross')::bigint, (l->>'commission')::bigint, input->>'currency'
  FROM jsonb_array_elements(input->'lines') l JOIN placement_event e ON e.id = (l->>'eventId')::uuid;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', remittance_entity(key), 'businessDate', input->>'businessDate',
      'kind', 'remittance', 'documentKind', 'remittance', 'documentId', key, 'description', input->>'number', 'currency', input->>'currency'),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,commission}', 'amount', (input->>'commission')::bigint),
      jsonb_build_object('account', input#>>'{accounts,inputTax}', 'amount', (input->>'taxOnCommission')::bigint),
      jsonb_build_object('account', input#>>'{accounts,agencyClearing}', 'amount',
        -(input->>'commission')::bigint - (input->>'taxOnCommission')::bigint)));
  PERFORM record_event(ctx, i.sale_id, 'remitted', jsonb_build_object('kind', 'remittance', 'id', key, 'number', input->>'number',
      'amount', sum(l.gross_amount), 'currency', i.currency, 'workflowId', 'placement:' || p.id,
      'detail', jsonb_build_object('commission', sum(l.commission_amount)::text)))
  FROM remittance_line l JOIN placement p ON p.id = l.placement_id JOIN invoice i ON i.id = p.invoice_id
  WHERE l.remittance_id = key GROUP BY i.id, p.id;
  RETURN jsonb_build_object('kind', 'recorded', 'remittanceId', key);
END $$;

-- What makes two remittances of one number the same.
CREATE FUNCTION remittance_content(remittance_key uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(trim(r.currency), r.gross_amount, r.commission_amount, r.tax_on_commission_amount, r.net_amount, r.remitted_on,
    (SELECT jsonb_agg(jsonb_build_array(l.event_id, l.gross_amount, l.commission_amount) ORDER BY l.event_id)
      FROM remittance_line l WHERE l.remittance_id = r.id))
  FROM remittance r WHERE r.id = remittance_key
$$;

CREATE FUNCTION remittance_content(input jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(input->>'currency', (input->>'gross')::bigint, (input->>'commission')::bigint,
    (input->>'taxOnCommission')::bigint, (input->>'net')::bigint, input->>'remittedOn',
    (SELECT jsonb_agg(jsonb_build_array(l->>'eventId', (l->>'gross')::bigint, (l->>'commission')::bigint) ORDER BY (l->>'eventId')::uuid)
      FROM jsonb_array_elements(input->'lines') l))
$$;

CREATE FUNCTION check_remittance_lines(own uuid, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  line record;
  total record;
  entities int;
BEGIN
  FOR line IN
    SELECT e.id, e.amount, e.commission_amount, e.currency, n - 1 AS position, (l->>'gross')::bigint AS gross,
      (l->>'commission')::bigint AS commission, EXISTS (SELECT 1 FROM remittance_line r WHERE r.event_id = e.id) AS remitted
    FROM jsonb_array_elements(input->'lines') WITH ORDINALITY AS x(l, n)
    LEFT JOIN placement_event e ON e.id = (l->>'eventId')::uuid AND e.agency_id = own AND e.type = 'payment'
  LOOP
    IF line.id IS NULL THEN
      PERFORM refuse('EVENT_NOT_FOUND', 'You have reported no such payment.', format('lines[%s]', line.position));
    ELSIF line.remitted THEN
      PERFORM refuse('EVENT_REMITTED', 'This payment was remitted before.', format('lines[%s]', line.position));
    ELSIF line.gross <> line.amount OR line.commission <> line.commission_amount OR line.currency <> input->>'currency' THEN
      PERFORM refuse('REMITTANCE_MISMATCH', format('Reported were %s with a commission of %s.', line.amount, line.commission_amount),
        format('lines[%s]', line.position));
    END IF;
  END LOOP;
  SELECT sum((l->>'gross')::bigint) AS gross, sum((l->>'commission')::bigint) AS commission INTO total
  FROM jsonb_array_elements(input->'lines') l;
  IF (total.gross, total.commission) IS DISTINCT FROM ((input->>'gross')::numeric, (input->>'commission')::numeric) THEN
    PERFORM refuse('REMITTANCE_MISMATCH', format('The lines add up to %s with a commission of %s.', total.gross, total.commission), 'gross');
  END IF;
  SELECT count(DISTINCT i.legal_entity_id) INTO entities FROM jsonb_array_elements(input->'lines') l
  JOIN placement_event e ON e.id = (l->>'eventId')::uuid JOIN placement p ON p.id = e.placement_id JOIN invoice i ON i.id = p.invoice_id;
  IF entities > 1 THEN
    PERFORM refuse('REMITTANCE_MISMATCH', 'Remit to each of our legal entities on its own.', 'lines');
  END IF;
END $$;

CREATE FUNCTION remittance_entity(remittance_key uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT i.legal_entity_id FROM remittance_line l JOIN placement p ON p.id = l.placement_id JOIN invoice i ON i.id = p.invoice_id
  WHERE l.remittance_id = remittance_key LIMIT 1
$$;

-- The net of a remittance has arrived: the payment is no customer's, agency clearing is even again. Input
-- {remittanceId, paymentId, businessDate, accounts: {unappliedCash, agencyClearing}}. Refuses: REMITTANCE_NOT_FOUND,
-- REMITTANCE_SETTLED, PAYMENT_NOT_FOUND, PAYMENT_REVERSED, REMITTANCE_MISMATCH.
CREATE FUNCTION settle_remittance(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  paid payment%ROWTYPE;
  owed remittance%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO paid FROM payment WHERE id = (input->>'paymentId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('PAYMENT_NOT_FOUND', 'There is no such payment.', 'paymentId'); END IF;
  SELECT * INTO owed FROM remittance WHERE id = (input->>'remittanceId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('REMITTANCE_NOT_FOUND', 'There is no such remittance.', 'remittanceId'); END IF;
  IF owed.state = 'settled' THEN PERFORM refuse('REMITTANCE_SETTLED', 'Its money has arrived before.', 'remittanceId'); END IF;
  IF paid.state = 'reversed' THEN PERFORM refuse('PAYMENT_REVERSED', 'The payment was taken back.', 'paymentId'); END IF;
  IF (paid.unapplied_amount, paid.currency) <> (owed.net_amount, owed.currency) THEN
    PERFORM refuse('REMITTANCE_MISMATCH', format('%s is expected, %s is left of the payment.', owed.net_amount, paid.unapplied_amount), 'paymentId');
  END IF;
  UPDATE remittance SET state = 'settled', payment_id = paid.id WHERE id = owed.id;
  UPDATE payment SET unapplied_amount = 0, state = 'applied' WHERE id = paid.id;
  DELETE FROM payment_suggestion WHERE payment_id = paid.id;
  UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE subject_kind = 'payment' AND subject_id = paid.id::text AND state = 'open';
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', paid.legal_entity_id, 'businessDate', input->>'businessDate',
      'kind', 'remittance-settled', 'documentKind', 'remittance', 'documentId', owed.id, 'description', owed.number, 'currency', owed.currency),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,unappliedCash}', 'amount', owed.net_amount, 'customerId', paid.customer_id),
      jsonb_build_object('account', input#>>'{accounts,agencyClearing}', 'amount', -owed.net_amount)));
  RETURN '{}';
END $$;

-- Looks whether a payment is the net of a remittance: the same amount, and its number in the text (letters and
-- digits only, so that a bank that drops a slash does no harm). Input as settle_remittance without remittanceId.
-- Answers {kind: 'settled', remittanceId} or {kind: 'none'}; two that fit are left to a person.
CREATE FUNCTION match_remittance(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE found_ones uuid[];
BEGIN
  SELECT array_agg(r.id) INTO found_ones FROM payment p JOIN remittance r ON r.state = 'reported' AND r.currency = p.currency
    AND r.net_amount = p.unapplied_amount
    AND position(regexp_replace(upper(r.number), '[^A-Z0-9]', '', 'g') IN regexp_replace(upper(p.remittance_text), '[^A-Z0-9]', '', 'g')) > 0
  WHERE p.id = (input->>'paymentId')::uuid AND p.state <> 'reversed';
  IF coalesce(array_length(found_ones, 1), 0) <> 1 THEN RETURN '{"kind":"none"}'; END IF;
  PERFORM settle_remittance(ctx, input || jsonb_build_object('remittanceId', found_ones[1]));
  RETURN jsonb_build_object('kind', 'settled', 'remittanceId', found_ones[1]);
END $$;

-- ------------------------------------------------------------------ messages to agencies

-- Writes down one attempt to deliver a message. Input {deliveryId, delivered, status?, error?}. The first message that
-- arrives submits the case.
CREATE FUNCTION record_webhook_attempt(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE message webhook_delivery%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE webhook_delivery SET attempts = attempts + 1, last_status = (input->>'status')::int, last_error = input->>'error',
    delivered_at = CASE WHEN (input->>'delivered')::boolean THEN context_at(ctx) END
  WHERE id = (input->>'deliveryId')::uuid AND delivered_at IS NULL RETURNING * INTO message;
  IF message.delivered_at IS NULL THEN RETURN '{}'; END IF;
  UPDATE placement SET state = 'submitted' WHERE id = message.placement_id AND state = 'created';
  PERFORM end_work_item(ctx, 'agency-unreachable', message.placement_id::text);
  RETURN '{}';
END $$;

-- ------------------------------------------------------------------ what an agency may see

-- A case as its agency sees it: the minimum to collect it, and the debtor only for as long as the case is theirs.
-- The view is fenced by itself; row-level security stands behind it.
CREATE VIEW agency_case WITH (security_barrier) AS
SELECT p.id, p.agency_id, p.number, p.state, p.currency, p.placed_amount, p.collected_amount, p.paid_direct_amount,
  p.adjusted_amount, p.recalled_amount, p.written_off_amount, p.outstanding_amount, p.oldest_due_on, p.terms_version,
  p.placed_on, p.placed_at, p.acknowledged_at, p.last_sequence, p.last_event_at, p.recalled_at, p.closed_at, p.close_reason,
  i.number AS invoice_number, i.payment_reference, i.issued_on,
  (SELECT jsonb_agg(jsonb_build_object('dueOn', o.due_on, 'principal', pi.principal_amount::text, 'fee', pi.fee_amount::text)
      ORDER BY o.due_on, o.id)
    FROM placement_item pi JOIN open_item o ON o.id = pi.open_item_id WHERE pi.placement_id = p.id) AS items,
  CASE WHEN p.closed_at IS NULL AND p.state <> 'recalled' THEN jsonb_build_object('name', c.name, 'legalName', c.legal_name,
    'address', c.address, 'email', c.email, 'phone', c.phone, 'language', c.language, 'timeZone', c.time_zone) END AS debtor
FROM placement p JOIN invoice i ON i.id = p.invoice_id JOIN customer c ON c.id = p.customer_id
WHERE p.agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid;

GRANT SELECT ON agency_case TO lunas_partner;
REVOKE EXECUTE ON FUNCTION acknowledge_placement(jsonb, jsonb), report_placement_event(jsonb, jsonb),
  record_remittance(jsonb, jsonb), create_placement(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION acknowledge_placement(jsonb, jsonb), report_placement_event(jsonb, jsonb),
  record_remittance(jsonb, jsonb) TO lunas_partner;
