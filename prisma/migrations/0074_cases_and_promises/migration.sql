-- Cases that an agency ends wake their lives, promises are judged by the money that came after them and while an agency
-- has the case, and work ends with its cause.

-- What agencies saw going to us is no work any more once we have booked it, or once nothing is left to collect.
CREATE FUNCTION end_direct_payments(ctx jsonb, placement_key uuid) RETURNS void LANGUAGE sql AS $$
  SELECT end_work_item(ctx, 'direct-payment', v.id::text)
  FROM placement p JOIN placement_event v ON v.placement_id = p.id AND v.type = 'direct_payment'
  WHERE p.id = placement_key AND (p.outstanding_amount = 0 OR p.paid_direct_amount >= (SELECT sum(s.amount)
    FROM placement_event s WHERE s.placement_id = p.id AND s.type = 'direct_payment'))
$$;

-- Keeps an open placement in balance when part of its invoice is settled (`amount` > 0) or comes back
-- (`amount` < 0). `part` is the column that takes it: collected, paid_direct, adjusted or written_off.
-- An item that was paid when the case began and is open again, or a fee that came after, belongs to the case from now on.
-- The agency learns of everything that did not come from itself by webhook.
CREATE OR REPLACE FUNCTION settle_placement(ctx jsonb, invoice_key uuid, part text, amount bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE placed placement%ROWTYPE;
BEGIN
  SELECT * INTO placed FROM placement WHERE invoice_id = invoice_key AND closed_at IS NULL FOR UPDATE;
  IF NOT FOUND OR placed.state = 'recalled' THEN RETURN; END IF;
  IF amount < 0 THEN
    INSERT INTO placement_item (placement_id, open_item_id, principal_amount, fee_amount, currency)
    SELECT placed.id, o.id, CASE WHEN o.kind = 'fee' THEN 0 ELSE o.open_amount END,
      CASE WHEN o.kind = 'fee' THEN o.open_amount ELSE 0 END, o.currency
    FROM open_item o WHERE o.invoice_id = invoice_key AND o.open_amount > 0
    ON CONFLICT (placement_id, open_item_id) DO NOTHING;
  END IF;
  -- What was settled before the placement and comes back now was never part of it: it is added to it.
  IF amount < 0 AND part <> 'adjusted' AND (amount + CASE part WHEN 'collected' THEN placed.collected_amount
      WHEN 'paid_direct' THEN placed.paid_direct_amount ELSE placed.written_off_amount END) < 0 THEN
    part := 'adjusted';
  END IF;
  UPDATE placement SET
    collected_amount = collected_amount + CASE WHEN part = 'collected' THEN amount ELSE 0 END,
    paid_direct_amount = paid_direct_amount + CASE WHEN part = 'paid_direct' THEN amount ELSE 0 END,
    adjusted_amount = adjusted_amount + CASE WHEN part = 'adjusted' THEN amount ELSE 0 END,
    written_off_amount = written_off_amount + CASE WHEN part = 'written_off' THEN amount ELSE 0 END,
    outstanding_amount = outstanding_amount - amount
  WHERE id = placed.id;
  -- An agency knows of its own money only that it came, not that it went back.
  IF part <> 'collected' OR amount < 0 THEN
    INSERT INTO webhook_delivery (agency_id, placement_id, type, payload, created_at)
    VALUES (placed.agency_id, placed.id,
      CASE WHEN part = 'paid_direct' AND amount > 0 THEN 'placement.direct_payment' ELSE 'placement.adjusted' END,
      json_build_object('placementId', placed.id, 'placementNumber', placed.number, 'occurredAt', ctx->>'at',
        'amount', json_build_object('amount', amount::text, 'currency', trim(placed.currency)),
        'outstanding', json_build_object('amount', (placed.outstanding_amount - amount)::text, 'currency', trim(placed.currency))),
      context_at(ctx));
  END IF;
  PERFORM end_direct_payments(ctx, placed.id);
END $$;

-- Takes what is outstanding back from the agency. `ending` is the new state; the receivable is ours again.
CREATE OR REPLACE FUNCTION take_back(ctx jsonb, placed placement, ending text, why text) RETURNS placement LANGUAGE plpgsql AS $$
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
  -- Its life waits for reports, and a case that has ended is told nothing any more.
  PERFORM poke('placement:' || placed.id, ending);
  RETURN ended;
END $$;

CREATE OR REPLACE FUNCTION insert_placement(ctx jsonb, claim invoice, chosen agency, given jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
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
  UPDATE receivable SET state = 'placed', next_step = 'collection', next_step_at = NULL WHERE invoice_id = claim.id;
  PERFORM set_stage(ctx, claim.sale_id, 'placed', jsonb_build_object('nextStep', 'collection'));
  PERFORM end_work_item(ctx, asked.kind, claim.id::text)
  FROM unnest(ARRAY['no-agency', 'returned-by-agency', 'not-for-placement', 'small-rest']) AS asked(kind);
  PERFORM note_receivable(ctx, claim.id, 'placed', jsonb_build_object('kind', 'placement', 'id', placed.id, 'number', placed.number,
    'amount', placed.placed_amount, 'workflowId', 'placement:' || placed.id, 'detail', jsonb_build_object('agency', chosen.name)));
  RETURN placed.id;
END $$;

-- What an event changes besides the case itself.
CREATE OR REPLACE FUNCTION apply_event(ctx jsonb, placed placement, event_key uuid, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE amount bigint := least(coalesce((input->>'amount')::bigint, placed.outstanding_amount), placed.outstanding_amount);
BEGIN
  IF placed.closed_at IS NOT NULL OR amount <= 0 AND input->>'type' IN ('promise', 'dispute', 'uncollectible') THEN RETURN; END IF;
  CASE input->>'type'
    WHEN 'promise' THEN
      -- Reports come late: what the debtor said last holds, and one promise at a time.
      IF EXISTS (SELECT 1 FROM placement_event v WHERE v.placement_id = placed.id AND v.type = 'promise'
          AND v.sequence > (input->>'sequence')::int) THEN RETURN; END IF;
      UPDATE promise_to_pay SET state = 'withdrawn', decided_at = context_at(ctx)
      WHERE invoice_id = placed.invoice_id AND state = 'open';
      INSERT INTO promise_to_pay (invoice_id, amount, currency, promised_on, promised_for, state, channel, recorded_by, recorded_at)
      VALUES (placed.invoice_id, amount, placed.currency, least((input->>'occurredOn')::date, (input->>'promisedFor')::date),
        (input->>'promisedFor')::date, 'open', 'agency', ctx#>>'{actor,id}', context_at(ctx));
    WHEN 'dispute' THEN
      IF NOT EXISTS (SELECT 1 FROM dispute WHERE invoice_id = placed.invoice_id AND state = 'open') THEN
        PERFORM open_dispute(ctx, jsonb_build_object('invoiceId', placed.invoice_id, 'amount', amount,
          'reason', input->>'reason'));
      END IF;
    WHEN 'direct_payment' THEN
      PERFORM check_direct_payment(ctx, placed, event_key, input);
    WHEN 'uncollectible' THEN
      IF NOT EXISTS (SELECT 1 FROM write_off WHERE invoice_id = placed.invoice_id AND state = 'requested') THEN
        PERFORM request_write_off(ctx, jsonb_build_object('invoiceId', placed.invoice_id, 'placementId', placed.id,
          'amount', placed.outstanding_amount, 'reason', input->>'reason'));
      END IF;
    WHEN 'closed' THEN
      PERFORM take_back(ctx, placed, 'closed', coalesce(input->>'reason', 'closed-by-agency'));
    ELSE NULL;
  END CASE;
END $$;

-- Everything that domain/dunning decides from, for the invoices in `keys`, at the business time `at`.
-- Amounts are text, days are ISO 8601, days of the company are days in the zone of its legal entity.
CREATE OR REPLACE FUNCTION facts_of_receivables(keys uuid[], at timestamptz) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'invoiceId', i.id, 'number', i.number, 'paymentReference', i.payment_reference, 'issuedOn', i.issued_on,
    'currency', i.currency, 'customerId', c.id, 'legalEntityId', e.id, 'zone', e.time_zone,
    'customerZone', c.time_zone, 'customerCountry', c.country, 'policy', dunning_policy_of(c.segment, i.currency),
    'version', r.version, 'levelReached', r.dunning_level, 'isClosed', r.closed_at IS NOT NULL, 'outcome', r.outcome,
    'settledBy', (SELECT coalesce(jsonb_agg(DISTINCT a.kind), '[]') FROM open_item o JOIN allocation a ON a.open_item_id = o.id
      WHERE o.invoice_id = i.id AND a.reversed_at IS NULL),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('openItemId', o.id, 'dueOn', o.due_on, 'open', o.open_amount::text)), '[]')
      FROM open_item o WHERE o.invoice_id = i.id AND o.open_amount > 0),
    'lastNoticeOn', (SELECT max(n.business_day) FROM dunning_notice_item x JOIN dunning_notice n ON n.id = x.notice_id
      WHERE x.invoice_id = i.id AND n.state = 'sent'),
    'customerLastNoticeOn', (SELECT max(n.business_day) FROM dunning_notice n
      WHERE n.customer_id = c.id AND n.state IN ('sent', 'failed')),
    'undeliveredSince', (SELECT max((h.placed_at AT TIME ZONE e.time_zone)::date) FROM dunning_hold h
      WHERE h.customer_id = c.id AND h.reason = 'notice-undeliverable' AND h.released_at IS NULL),
    'customerOverdue', (SELECT coalesce(sum(o.open_amount), 0)::text FROM open_item o WHERE o.customer_id = c.id
      AND o.currency = i.currency AND o.open_amount > 0 AND o.due_on < (at AT TIME ZONE e.time_zone)::date),
    'openDisputes', (SELECT count(*) FROM dispute d WHERE d.invoice_id = i.id AND d.state = 'open'),
    'promises', (SELECT coalesce(jsonb_agg(jsonb_build_object('promiseId', p.id, 'madeOn', p.promised_on, 'until', p.promised_for,
        -- When an agency says that a promise was made is when it was made; when we heard of it says nothing.
        'heardAt', CASE WHEN p.channel <> 'agency' THEN p.recorded_at END, 'amount', p.amount::text)), '[]') FROM promise_to_pay p WHERE p.invoice_id = i.id AND p.state = 'open'),
    'payments', (SELECT coalesce(jsonb_agg(jsonb_build_object('on', p.value_date, 'bookedAt', a.booked_at,
        'amount', a.amount::text)), '[]')
      FROM open_item o JOIN allocation a ON a.open_item_id = o.id JOIN payment p ON p.id = a.payment_id
      WHERE o.invoice_id = i.id AND a.reversed_at IS NULL),
    'holds', (SELECT coalesce(jsonb_agg(jsonb_build_object('until', h.held_until)), '[]') FROM dunning_hold h
      WHERE (h.invoice_id = i.id OR h.customer_id = c.id) AND h.released_at IS NULL AND h.reason <> 'notice-undeliverable'),
    'unmatchedCash', unmatched_cash(i.id),
    'bankDataThrough', (SELECT max(b.last_closing_on) FROM bank_account b
      WHERE b.legal_entity_id = e.id AND b.currency = i.currency),
    'openPlacementId', (SELECT p.id FROM placement p WHERE p.invoice_id = i.id AND p.closed_at IS NULL),
    -- An agency that turned a case down never had it.
    'wasReturned', EXISTS (SELECT 1 FROM placement p WHERE p.invoice_id = i.id AND p.closed_at IS NOT NULL AND p.state <> 'rejected')
  ) ORDER BY i.number), '[]')
  FROM invoice i JOIN receivable r ON r.invoice_id = i.id JOIN customer c ON c.id = i.customer_id
  JOIN legal_entity e ON e.id = i.legal_entity_id
  WHERE i.id = ANY (keys)
$$;

-- What domain/collection decides the next step of a case from. Input {placementId}. An agency's "uncollectible" counts
-- only when nobody is deciding about giving the rest up.
CREATE OR REPLACE FUNCTION placement_facts(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('placementId', p.id, 'receivable', facts_of_receivables(ARRAY[p.invoice_id], context_at(ctx))->0,
    'state', p.state, 'isClosed', p.closed_at IS NOT NULL,
    'outstanding', p.outstanding_amount::text, 'placedOn', p.placed_on, 'zone', e.time_zone,
    'hasReports', p.last_sequence > 0,
    'isUncollectible', EXISTS (SELECT 1 FROM placement_event v WHERE v.placement_id = p.id AND v.type = 'uncollectible')
      AND NOT EXISTS (SELECT 1 FROM write_off w WHERE w.invoice_id = p.invoice_id AND w.state = 'requested'),
    'isDisputed', EXISTS (SELECT 1 FROM dispute d WHERE d.invoice_id = p.invoice_id AND d.state = 'open'),
    'pending', (SELECT coalesce(jsonb_agg(w.id ORDER BY w.position), '[]') FROM webhook_delivery w
      WHERE w.placement_id = p.id AND w.delivered_at IS NULL))
  FROM placement p JOIN invoice i ON i.id = p.invoice_id JOIN legal_entity e ON e.id = i.legal_entity_id
  WHERE p.id = (input->>'placementId')::uuid
$$;

-- What became of promises while an agency has the case. Input {invoiceId, version, promises: [{promiseId, state}]}. When
-- something has happened since the facts of `version` were read, nothing is booked: it has woken the case to look again.
CREATE FUNCTION judge_promises(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_open_items((input->>'invoiceId')::uuid);
  PERFORM 1 FROM receivable WHERE invoice_id = (input->>'invoiceId')::uuid AND version = (input->>'version')::int FOR UPDATE;
  IF FOUND THEN PERFORM decide_promises(ctx, (input->>'invoiceId')::uuid, input->'promises'); END IF;
  RETURN '{}';
END $$;

REVOKE EXECUTE ON FUNCTION end_direct_payments(jsonb, uuid), judge_promises(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_direct_payments(jsonb, uuid), judge_promises(jsonb, jsonb) TO lunas_app;
