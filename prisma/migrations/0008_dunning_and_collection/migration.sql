-- Dunning and collection: what the rule must know about a receivable, letters, promises, disputes, holds,
-- write-offs, placements with agencies. The rules themselves are in domain/dunning and domain/collection; what
-- stands here is read or booked in one round trip, and re-checked under locks.

-- One letter a day to a customer in a currency; one that was withdrawn, or came back, is none.
CREATE UNIQUE INDEX dunning_notice_one_a_day ON dunning_notice (customer_id, currency, business_day)
  WHERE state IN ('preparing', 'sent');
ALTER TABLE dunning_policy ADD CONSTRAINT dunning_policy_one_letter_a_day CHECK (customer_days_between >= 1);

-- ------------------------------------------------------------------ what the rule must know

-- The policy of a customer in a currency: that of the segment, else the one for everybody; null when there is none.
CREATE FUNCTION dunning_policy_of(customer_segment text, unit char(3)) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('transitDays', p.grace_days, 'smallRest', p.tolerance_amount::text,
    'customerMinimum', p.minimum_amount::text, 'customerMinDays', p.customer_days_between,
    'bankDataMaxAgeDays', p.stale_bank_days, 'minDaysSinceLast', p.minimum_days_between,
    'placementDaysPastDue', p.placement_days_past_due, 'placementMinimum', p.placement_minimum_amount::text,
    'levels', coalesce((SELECT jsonb_agg(jsonb_build_object('level', l.level, 'daysPastDue', l.days_past_due,
        'feeAmount', l.fee_amount::text, 'template', l.template) ORDER BY l.level)
      FROM dunning_policy_level l WHERE l.policy_id = p.id), '[]'))
  FROM dunning_policy p WHERE p.currency = unit AND (p.segment = customer_segment OR p.segment IS NULL)
  ORDER BY p.segment NULLS LAST LIMIT 1
$$;

-- Money of a customer that has come in and is not joined to anything: suggested for this invoice, or at large.
CREATE FUNCTION unmatched_cash(invoice_key uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('suggested', coalesce(sum(unapplied_amount) FILTER (WHERE suggested), 0)::text,
    'unapplied', coalesce(sum(unapplied_amount) FILTER (WHERE own AND NOT suggested), 0)::text)
  FROM (SELECT p.unapplied_amount, p.customer_id = i.customer_id AS own,
      EXISTS (SELECT 1 FROM payment_suggestion s CROSS JOIN LATERAL jsonb_array_elements(s.items) x
        JOIN open_item o ON o.id = (x->>'openItemId')::uuid
        WHERE s.payment_id = p.id AND o.invoice_id = i.id) AS suggested
    FROM invoice i JOIN payment p ON p.currency = i.currency AND p.unapplied_amount > 0
      AND p.state IN ('unapplied', 'suggested', 'held')
    WHERE i.id = invoice_key) cash
$$;

-- Everything that domain/dunning decides from, for the invoices in `keys`, at the business time `at`.
-- Amounts are text, days are ISO 8601, days of the company are days in the zone of its legal entity.
CREATE FUNCTION facts_of_receivables(keys uuid[], at timestamptz) RETURNS jsonb LANGUAGE sql STABLE AS $$
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
        'amount', p.amount::text)), '[]') FROM promise_to_pay p WHERE p.invoice_id = i.id AND p.state = 'open'),
    'payments', (SELECT coalesce(jsonb_agg(jsonb_build_object('on', p.value_date, 'amount', a.amount::text)), '[]')
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

-- Input {invoiceId}; the facts as facts_of_receivables gives them, or null.
CREATE FUNCTION receivable_facts(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT facts_of_receivables(ARRAY[(input->>'invoiceId')::uuid], context_at(ctx))->0
$$;

-- Books what was decided about a receivable. Input {invoiceId, version, kind, nextStep?, nextStepAt?, outcome?,
-- promises: [{promiseId, state}], workItem?}. Answers {kind: 'stored'}, or {kind: 'changed'} when something has
-- happened since the facts of `version` were read: then nothing is booked and they are read again.
CREATE FUNCTION store_next_step(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  sale uuid := (SELECT sale_id FROM invoice WHERE id = (input->>'invoiceId')::uuid);
BEGIN
  PERFORM enter_context(ctx);
  IF input->>'kind' = 'close' AND lock_open_items(invoice_key) > 0 THEN RETURN '{"kind":"changed"}'; END IF;
  PERFORM 1 FROM receivable WHERE invoice_id = invoice_key AND version = (input->>'version')::int FOR UPDATE;
  IF NOT FOUND THEN RETURN '{"kind":"changed"}'; END IF;
  PERFORM decide_promises(ctx, invoice_key, input->'promises');
  IF input->>'kind' = 'close' THEN
    UPDATE promise_to_pay SET state = 'withdrawn', decided_at = context_at(ctx) WHERE invoice_id = invoice_key AND state = 'open';
    UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
    WHERE subject_kind = 'invoice' AND subject_id = invoice_key::text AND state = 'open';
    PERFORM close_receivable(ctx, jsonb_build_object('invoiceId', invoice_key, 'outcome', input->>'outcome'));
    RETURN '{"kind":"stored"}';
  END IF;
  UPDATE receivable SET next_step = input->>'nextStep', next_step_at = (input->>'nextStepAt')::timestamptz
  WHERE invoice_id = invoice_key AND closed_at IS NULL
    AND (next_step IS DISTINCT FROM input->>'nextStep' OR next_step_at IS DISTINCT FROM (input->>'nextStepAt')::timestamptz);
  PERFORM set_stage(ctx, sale, CASE WHEN input->>'kind' = 'await-placement' THEN 'placed' ELSE 'collecting' END,
    jsonb_build_object('nextStep', input->>'nextStep', 'nextStepAt', input->>'nextStepAt'));
  IF input->>'workItem' IS NOT NULL THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', input->>'workItem', 'subjectKind', 'invoice', 'subjectId', i.id,
        'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'currency', i.currency,
        'amount', (SELECT sum(open_amount) FROM open_item WHERE invoice_id = i.id), 'detail', jsonb_build_object('invoice', i.number)))
    FROM invoice i WHERE i.id = invoice_key
      AND NOT EXISTS (SELECT 1 FROM work_item w WHERE w.kind = input->>'workItem' AND w.subject_id = i.id::text);
  END IF;
  RETURN '{"kind":"stored"}';
END $$;

-- ------------------------------------------------------------------ letters

-- Locks everything that a letter to the customer of an invoice depends on, and answers it: {facts: [...] of the
-- customer's open receivables in that currency and legal entity, notice: a letter that is being prepared or null}.
-- Locks: one letter at a time per customer and currency, the letter, open items by id, receivables.
-- Input {invoiceId, invoicesMax}: at most so many invoices, the longest due first, stand in one letter.
CREATE FUNCTION lock_for_notice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  asked invoice%ROWTYPE;
  letter dunning_notice%ROWTYPE;
  keys uuid[];
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO asked FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId'); END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('notice:' || asked.customer_id || ':' || asked.currency, 0));
  SELECT * INTO letter FROM dunning_notice WHERE customer_id = asked.customer_id AND currency = asked.currency
    AND state = 'preparing' ORDER BY created_at LIMIT 1 FOR UPDATE;
  SELECT coalesce(array_agg(id), '{}') INTO keys FROM (
    SELECT i.id FROM invoice i JOIN receivable r ON r.invoice_id = i.id
    WHERE r.customer_id = asked.customer_id AND r.closed_at IS NULL AND i.currency = asked.currency
      AND i.legal_entity_id = asked.legal_entity_id
      OR i.id IN (SELECT invoice_id FROM dunning_notice_item WHERE notice_id = letter.id)
    ORDER BY (SELECT min(due_on) FROM open_item o WHERE o.invoice_id = i.id AND o.open_amount > 0), i.id
    LIMIT (input->>'invoicesMax')::int) k;
  PERFORM 1 FROM open_item WHERE invoice_id = ANY (keys) ORDER BY id FOR UPDATE;
  PERFORM 1 FROM receivable WHERE invoice_id = ANY (keys) ORDER BY invoice_id FOR UPDATE;
  RETURN jsonb_build_object('facts', facts_of_receivables(keys, context_at(ctx)),
    'notice', CASE WHEN letter.id IS NOT NULL THEN notice_on_hand(letter) END);
END $$;

CREATE FUNCTION notice_on_hand(letter dunning_notice) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('noticeId', letter.id, 'businessDay', letter.business_day, 'level', letter.level,
    'mailState', (SELECT m.state FROM mail_message m WHERE m.notice_id = letter.id),
    'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('invoiceId', x.invoice_id, 'level', x.level,
      'openAmount', x.open_amount::text)), '[]') FROM dunning_notice_item x WHERE x.notice_id = letter.id))
$$;

-- Writes down a letter that will be sent. Input {customerId, currency, businessDay, level, total, lines:
-- [{invoiceId, level, openAmount}]}; the caller holds the locks of lock_for_notice. Answers {noticeId}.
CREATE FUNCTION open_notice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(input->'lines') l LEFT JOIN receivable r ON r.invoice_id = (l->>'invoiceId')::uuid
      WHERE r.customer_id IS DISTINCT FROM (input->>'customerId')::uuid OR r.closed_at IS NOT NULL
        OR r.dunning_level <> (l->>'level')::int - 1) THEN
    RAISE EXCEPTION 'a letter to % skips or repeats a level', input->>'customerId';
  END IF;
  INSERT INTO dunning_notice (id, customer_id, currency, business_day, level, state, total_open_amount, created_at)
  VALUES (key, (input->>'customerId')::uuid, input->>'currency', (input->>'businessDay')::date, (input->>'level')::int,
    'preparing', (input->>'total')::bigint, context_at(ctx));
  INSERT INTO dunning_notice_item (notice_id, invoice_id, level, open_amount, currency)
  SELECT key, (l->>'invoiceId')::uuid, (l->>'level')::int, (l->>'openAmount')::bigint, input->>'currency'
  FROM jsonb_array_elements(input->'lines') l;
  RETURN jsonb_build_object('noticeId', key);
END $$;

-- Withdraws a letter that is no longer true, before it has left. Input {noticeId, reason}. Its mail gives up its
-- business key: an attempt that is carrying it at this moment finds nothing to hand over any more, and the letter
-- that is written instead is a letter of its own.
CREATE FUNCTION withdraw_notice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE dunning_notice SET state = 'suppressed', failure = input->>'reason'
  WHERE id = (input->>'noticeId')::uuid AND state = 'preparing';
  IF NOT FOUND THEN RETURN '{"withdrawn":false}'; END IF;
  UPDATE mail_message SET state = 'failed', failure = 'withdrawn', business_key = business_key || ':withdrawn:' || id,
    message_id = message_id || ':withdrawn:' || id
  WHERE notice_id = (input->>'noticeId')::uuid AND state = 'waiting';
  RETURN '{"withdrawn":true}';
END $$;

-- What a letter of a level costs the customer, for each invoice in it.
CREATE FUNCTION notice_fee(customer_segment text, unit char(3), reached int) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT (l->>'feeAmount')::bigint FROM jsonb_array_elements(dunning_policy_of(customer_segment, unit)->'levels') l
    WHERE (l->>'level')::int = reached), 0)
$$;

-- What a letter says, for its paper. Input {noticeId}.
CREATE FUNCTION notice_paper(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('noticeId', n.id, 'businessDay', n.business_day, 'level', n.level, 'currency', n.currency,
    'total', n.total_open_amount::text,
    'customer', jsonb_build_object('customerId', c.id, 'number', c.number, 'name', c.legal_name, 'address', c.address,
      'email', c.email, 'language', c.language),
    'seller', (SELECT jsonb_build_object('name', e.legal_name, 'address', e.address, 'taxNumber', e.tax_number,
        'phone', s.phone, 'bankName', b.bank_name, 'bankAccount', b.number)
      FROM dunning_notice_item x JOIN invoice i ON i.id = x.invoice_id JOIN legal_entity e ON e.id = i.legal_entity_id
      JOIN store s ON s.id = i.store_id
      LEFT JOIN bank_account b ON b.legal_entity_id = e.id AND b.currency = n.currency
      WHERE x.notice_id = n.id ORDER BY i.number, b.number LIMIT 1),
    'template', (SELECT l->>'template' FROM jsonb_array_elements(dunning_policy_of(c.segment, n.currency)->'levels') l
      WHERE (l->>'level')::int = n.level),
    'lines', (SELECT jsonb_agg(jsonb_build_object('invoiceId', i.id, 'number', i.number, 'paymentReference', i.payment_reference,
        'issuedOn', i.issued_on, 'level', x.level, 'openAmount', x.open_amount::text,
        'feeAmount', notice_fee(c.segment, n.currency, x.level)::text,
        'dueOn', (SELECT min(o.due_on) FROM open_item o WHERE o.invoice_id = i.id AND o.due_on < n.business_day
          AND (o.open_amount > 0 OR n.state <> 'preparing'))) ORDER BY i.number)
      FROM dunning_notice_item x JOIN invoice i ON i.id = x.invoice_id WHERE x.notice_id = n.id))
  FROM dunning_notice n JOIN customer c ON c.id = n.customer_id WHERE n.id = (input->>'noticeId')::uuid
$$;

-- How a letter ended. Input {noticeId, outcome: 'sent' | 'failed', failure?, accounts: {receivables, dunningFees}}.
-- Levels rise and fees are charged (once per invoice and level) when it was sent; a letter that did not arrive
-- holds the customer's reminders until a person has found another way. Again: nothing.
CREATE FUNCTION close_notice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  letter dunning_notice%ROWTYPE;
  line record;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO letter FROM dunning_notice WHERE id = (input->>'noticeId')::uuid FOR UPDATE;
  IF letter.state <> 'preparing' THEN RETURN jsonb_build_object('kind', letter.state); END IF;
  UPDATE dunning_notice SET state = input->>'outcome', failure = input->>'failure',
    sent_at = CASE WHEN input->>'outcome' = 'sent' THEN context_at(ctx) END WHERE id = letter.id;
  IF input->>'outcome' = 'failed' THEN
    PERFORM hold_undeliverable(ctx, letter, input->>'failure');
    RETURN '{"kind":"failed"}';
  END IF;
  PERFORM 1 FROM receivable r JOIN dunning_notice_item x USING (invoice_id) WHERE x.notice_id = letter.id
  ORDER BY r.invoice_id FOR UPDATE OF r;
  FOR line IN
    SELECT x.invoice_id, x.level, x.open_amount, notice_fee(c.segment, letter.currency, x.level) AS fee
    FROM dunning_notice_item x JOIN customer c ON c.id = letter.customer_id WHERE x.notice_id = letter.id ORDER BY x.invoice_id
  LOOP
    UPDATE receivable SET dunning_level = line.level, last_notice_on = letter.business_day
    WHERE invoice_id = line.invoice_id AND dunning_level = line.level - 1;
    IF line.fee > 0 THEN
      PERFORM charge_fee(ctx, letter, jsonb_build_object('invoiceId', line.invoice_id, 'level', line.level,
        'fee', line.fee, 'accounts', input->'accounts'));
    END IF;
    PERFORM note_receivable(ctx, line.invoice_id, 'reminded', jsonb_build_object('kind', 'notice', 'id', letter.id,
      'amount', line.open_amount, 'detail', jsonb_build_object('level', line.level)));
  END LOOP;
  RETURN '{"kind":"sent"}';
END $$;

-- A fee is a receivable of its own, once per invoice and level.
CREATE FUNCTION charge_fee(ctx jsonb, letter dunning_notice, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key uuid := uuid_v7();
  billed invoice%ROWTYPE;
BEGIN
  SELECT * INTO billed FROM invoice WHERE id = (given->>'invoiceId')::uuid;
  INSERT INTO open_item (id, invoice_id, customer_id, kind, instalment, due_on, currency, amount, open_amount, created_at)
  VALUES (key, billed.id, billed.customer_id, 'fee', (given->>'level')::int, letter.business_day, billed.currency,
    (given->>'fee')::bigint, (given->>'fee')::bigint, context_at(ctx))
  ON CONFLICT (invoice_id, kind, instalment) DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', billed.legal_entity_id, 'businessDate', letter.business_day,
      'kind', 'dunning-fee', 'documentKind', 'open-item', 'documentId', key, 'description', billed.number, 'currency', billed.currency),
    jsonb_build_array(
      jsonb_build_object('account', given#>>'{accounts,receivables}', 'amount', given->'fee', 'storeId', billed.store_id,
        'customerId', billed.customer_id),
      jsonb_build_object('account', given#>>'{accounts,dunningFees}', 'amount', -(given->>'fee')::bigint, 'storeId', billed.store_id)));
END $$;

-- A letter that never arrived is no reason for a harder one.
CREATE FUNCTION hold_undeliverable(ctx jsonb, letter dunning_notice, why text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE key uuid := uuid_v7();
BEGIN
  IF NOT EXISTS (SELECT 1 FROM dunning_hold WHERE customer_id = letter.customer_id AND reason = 'notice-undeliverable'
      AND released_at IS NULL) THEN
    INSERT INTO dunning_hold (id, customer_id, reason, placed_by, placed_at)
    VALUES (key, letter.customer_id, 'notice-undeliverable', ctx#>>'{actor,id}', context_at(ctx));
    PERFORM note_hold(ctx, key, 'held');
  END IF;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'notice-undeliverable', 'subjectKind', 'customer',
    'subjectId', letter.customer_id, 'customerId', letter.customer_id, 'amount', letter.total_open_amount,
    'currency', letter.currency, 'detail', jsonb_build_object('noticeId', letter.id, 'level', letter.level, 'failure', why,
      'holdId', (SELECT id FROM dunning_hold WHERE customer_id = letter.customer_id AND reason = 'notice-undeliverable'
        AND released_at IS NULL ORDER BY placed_at DESC LIMIT 1))));
END $$;

-- ------------------------------------------------------------------ promises, disputes, holds

-- Locks what is open of an invoice, in the order of all commands, and answers what it adds up to.
-- Refuses: INVOICE_NOT_FOUND.
CREATE FUNCTION lock_open_items(invoice_key uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE due bigint;
BEGIN
  PERFORM 1 FROM invoice WHERE id = invoice_key;
  IF NOT FOUND THEN PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId'); END IF;
  PERFORM 1 FROM open_item WHERE invoice_id = invoice_key ORDER BY id FOR UPDATE;
  SELECT coalesce(sum(open_amount), 0) INTO due FROM open_item WHERE invoice_id = invoice_key;
  RETURN due;
END $$;

-- Writes an event into the life of the invoice's sale and tells those who follow the invoice to look again.
CREATE FUNCTION note_receivable(ctx jsonb, invoice_key uuid, kind text, document jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_event(ctx, i.sale_id, kind, jsonb_build_object('number', i.number, 'currency', i.currency,
    'workflowId', 'receivable:' || i.id) || document) FROM invoice i WHERE i.id = invoice_key;
  PERFORM touch_receivable(invoice_key, kind);
END $$;

-- Refuses what cannot be asked of an invoice: NOTHING_OPEN, CURRENCY_MISMATCH, `code` when more than is open.
CREATE FUNCTION check_against_open(invoice_key uuid, input jsonb, due bigint, code text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE unit text := (SELECT currency FROM invoice WHERE id = invoice_key);
BEGIN
  IF due = 0 THEN PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'invoiceId'); END IF;
  IF coalesce(input->>'currency', unit) <> unit THEN
    PERFORM refuse('CURRENCY_MISMATCH', format('The invoice is in %s.', unit), 'amount.currency');
  END IF;
  IF coalesce((input->>'amount')::bigint, due) > due THEN
    PERFORM refuse(code, format('%s is open, %s was given.', due, input->>'amount'), 'amount.amount');
  END IF;
END $$;

-- Locks an invoice for a command of finance and answers what domain/receivable decides from: {openAmount, currency,
-- zone, runningPromises, brokenPromises, disputes: [{disputeId, amount}] that are open}. Refuses: INVOICE_NOT_FOUND.
CREATE FUNCTION lock_invoice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  key uuid := (input->>'invoiceId')::uuid;
  due bigint := lock_open_items(key);
BEGIN
  RETURN (SELECT jsonb_build_object('openAmount', due::text, 'currency', i.currency, 'zone', e.time_zone,
      'runningPromises', (SELECT count(*) FROM promise_to_pay p WHERE p.invoice_id = key AND p.state = 'open'),
      'brokenPromises', (SELECT count(*) FROM promise_to_pay p WHERE p.invoice_id = key AND p.state = 'broken'),
      'disputes', (SELECT coalesce(jsonb_agg(jsonb_build_object('disputeId', d.id, 'amount', d.amount::text)), '[]')
        FROM dispute d WHERE d.invoice_id = key AND d.state = 'open'))
    FROM invoice i JOIN legal_entity e ON e.id = i.legal_entity_id WHERE i.id = key);
END $$;

-- A customer promises to pay. Input {invoiceId, amount, currency, promisedOn, promisedFor, channel}; domain/receivable
-- has judged it. Answers {promiseId}. Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH,
-- PROMISE_EXCEEDS_OPEN, PROMISE_ALREADY_RUNNING.
CREATE FUNCTION record_promise(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM check_against_open(invoice_key, input, lock_open_items(invoice_key), 'PROMISE_EXCEEDS_OPEN');
  IF EXISTS (SELECT 1 FROM promise_to_pay WHERE invoice_id = invoice_key AND state = 'open') THEN
    PERFORM refuse('PROMISE_ALREADY_RUNNING', 'A promise on this invoice is still running.', 'promisedFor');
  END IF;
  INSERT INTO promise_to_pay (id, invoice_id, amount, currency, promised_on, promised_for, state, channel, recorded_by, recorded_at)
  SELECT key, i.id, (input->>'amount')::bigint, i.currency, (input->>'promisedOn')::date, (input->>'promisedFor')::date,
    'open', input->>'channel', ctx#>>'{actor,id}', context_at(ctx) FROM invoice i WHERE i.id = invoice_key;
  PERFORM note_receivable(ctx, invoice_key, 'promised', jsonb_build_object('kind', 'promise', 'id', key,
    'amount', input->>'amount', 'detail', jsonb_build_object('promisedFor', input->>'promisedFor')));
  RETURN jsonb_build_object('promiseId', key);
END $$;

-- Takes a promise back, so that it holds nothing up. Input {promiseId}. Refuses: PROMISE_NOT_FOUND, PROMISE_ENDED.
CREATE FUNCTION withdraw_promise(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  key uuid := (input->>'promiseId')::uuid;
  invoice_key uuid := (SELECT invoice_id FROM promise_to_pay WHERE id = (input->>'promiseId')::uuid);
BEGIN
  PERFORM enter_context(ctx);
  IF invoice_key IS NULL THEN PERFORM refuse('PROMISE_NOT_FOUND', 'There is no such promise.', 'promiseId'); END IF;
  PERFORM lock_open_items(invoice_key);
  UPDATE promise_to_pay SET state = 'withdrawn', decided_at = context_at(ctx) WHERE id = key AND state = 'open';
  IF NOT FOUND THEN PERFORM refuse('PROMISE_ENDED', 'The promise is not open any more.', 'promiseId'); END IF;
  PERFORM note_receivable(ctx, invoice_key, 'promise-withdrawn', jsonb_build_object('kind', 'promise', 'id', key));
  RETURN '{}';
END $$;

-- Decides promises. `decisions`: [{promiseId, state: 'kept' | 'broken'}]; those that are not open any more stay.
CREATE FUNCTION decide_promises(ctx jsonb, invoice_key uuid, decisions jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE decided record;
BEGIN
  FOR decided IN
    UPDATE promise_to_pay p SET state = d->>'state', decided_at = context_at(ctx)
    FROM jsonb_array_elements(decisions) d
    WHERE p.id = (d->>'promiseId')::uuid AND p.invoice_id = invoice_key AND p.state = 'open'
    RETURNING p.id, p.state, p.amount, p.promised_for
  LOOP
    PERFORM record_event(ctx, i.sale_id, 'promise-' || decided.state, jsonb_build_object('kind', 'promise', 'id', decided.id,
        'number', i.number, 'amount', decided.amount, 'currency', i.currency, 'workflowId', 'receivable:' || i.id,
        'detail', jsonb_build_object('promisedFor', decided.promised_for)))
    FROM invoice i WHERE i.id = invoice_key;
  END LOOP;
END $$;

-- A customer objects. Input {invoiceId, reason, amount?, currency?}; without amount all that is open and not
-- disputed yet. Answers {disputeId}. Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH, DISPUTE_EXCEEDS_OPEN.
CREATE FUNCTION open_dispute(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  key uuid := uuid_v7();
  undisputed bigint;
  argued bigint;
BEGIN
  PERFORM enter_context(ctx);
  undisputed := lock_open_items(invoice_key);
  PERFORM check_against_open(invoice_key, input, undisputed, 'DISPUTE_EXCEEDS_OPEN');
  SELECT undisputed - coalesce(sum(amount), 0) INTO undisputed FROM dispute WHERE invoice_id = invoice_key AND state = 'open';
  argued := coalesce((input->>'amount')::bigint, undisputed);
  IF argued > undisputed OR argued <= 0 THEN
    PERFORM refuse('DISPUTE_EXCEEDS_OPEN', format('%s is open and not disputed yet.', greatest(undisputed, 0)), 'amount.amount');
  END IF;
  INSERT INTO dispute (id, invoice_id, reason, amount, currency, state, opened_by, opened_at)
  SELECT key, i.id, input->>'reason', argued, i.currency, 'open', ctx#>>'{actor,id}', context_at(ctx)
  FROM invoice i WHERE i.id = invoice_key;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'dispute', 'subjectKind', 'dispute', 'subjectId', key,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'amount', argued, 'currency', i.currency,
      'detail', jsonb_build_object('invoice', i.number, 'reason', input->>'reason')))
  FROM invoice i WHERE i.id = invoice_key;
  PERFORM note_receivable(ctx, invoice_key, 'disputed', jsonb_build_object('kind', 'dispute', 'id', key, 'amount', argued,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN jsonb_build_object('disputeId', key);
END $$;

-- Ends a dispute. Input {disputeId, resolution: 'for-customer' | 'for-seller', creditNoteId?}; a customer who is
-- right gets a credit note of that invoice. Refuses: DISPUTE_NOT_FOUND, DISPUTE_RESOLVED, CREDIT_NOTE_REQUIRED,
-- CREDIT_NOTE_UNSUITABLE.
CREATE FUNCTION resolve_dispute(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  argued dispute%ROWTYPE;
  note uuid := (input->>'creditNoteId')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO argued FROM dispute WHERE id = (input->>'disputeId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('DISPUTE_NOT_FOUND', 'There is no such dispute.', 'disputeId'); END IF;
  PERFORM lock_open_items(argued.invoice_id);
  IF input->>'resolution' = 'for-customer' AND note IS NULL THEN
    SELECT c.id INTO note FROM credit_note c WHERE c.dispute_id = argued.id ORDER BY c.issued_at DESC LIMIT 1;
    IF note IS NULL THEN
      PERFORM refuse('CREDIT_NOTE_REQUIRED', 'A dispute that is settled for the customer names its credit note.', 'creditNoteId');
    END IF;
  END IF;
  IF note IS NOT NULL AND NOT EXISTS (SELECT 1 FROM credit_note WHERE id = note AND invoice_id = argued.invoice_id) THEN
    PERFORM refuse('CREDIT_NOTE_UNSUITABLE', 'This invoice has no such credit note.', 'creditNoteId');
  END IF;
  UPDATE dispute SET state = 'resolved', resolution = input->>'resolution', resolved_by = ctx#>>'{actor,id}',
    resolved_at = context_at(ctx), credit_note_id = note
  WHERE id = argued.id AND state = 'open';
  IF NOT FOUND THEN PERFORM refuse('DISPUTE_RESOLVED', 'The dispute was settled before.', 'disputeId'); END IF;
  PERFORM end_work_item(ctx, 'dispute', argued.id::text);
  PERFORM note_receivable(ctx, argued.invoice_id, 'dispute-resolved', jsonb_build_object('kind', 'dispute', 'id', argued.id,
    'amount', argued.amount, 'detail', jsonb_build_object('resolution', input->>'resolution')));
  RETURN '{}';
END $$;

CREATE FUNCTION end_work_item(ctx jsonb, item_kind text, subject text) RETURNS void LANGUAGE sql AS $$
  UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE kind = item_kind AND subject_id = subject AND state = 'open'
$$;

-- Stops reminders. Input {invoiceId, covers: 'invoice' | 'customer', reason, today, heldUntil?}; without a day
-- until somebody releases it. Answers {holdId}. Refuses: INVOICE_NOT_FOUND, HOLD_IN_THE_PAST.
CREATE FUNCTION place_hold(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  key uuid := uuid_v7();
  held invoice%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO held FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId'); END IF;
  IF (input->>'heldUntil')::date < (input->>'today')::date THEN
    PERFORM refuse('HOLD_IN_THE_PAST', 'A hold ends today or later.', 'until');
  END IF;
  INSERT INTO dunning_hold (id, invoice_id, customer_id, reason, held_until, placed_by, placed_at)
  VALUES (key, CASE WHEN input->>'covers' = 'invoice' THEN held.id END,
    CASE WHEN input->>'covers' = 'customer' THEN held.customer_id END, input->>'reason', (input->>'heldUntil')::date,
    ctx#>>'{actor,id}', context_at(ctx));
  PERFORM note_hold(ctx, key, 'held');
  RETURN jsonb_build_object('holdId', key);
END $$;

-- Ends a hold. Input {holdId}. Refuses: HOLD_NOT_FOUND, HOLD_RELEASED.
CREATE FUNCTION release_hold(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE key uuid := (input->>'holdId')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM dunning_hold WHERE id = key;
  IF NOT FOUND THEN PERFORM refuse('HOLD_NOT_FOUND', 'There is no such hold.', 'holdId'); END IF;
  UPDATE dunning_hold SET released_by = ctx#>>'{actor,id}', released_at = context_at(ctx) WHERE id = key AND released_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('HOLD_RELEASED', 'The hold was released before.', 'holdId'); END IF;
  PERFORM end_work_item(ctx, 'notice-undeliverable', (SELECT customer_id::text FROM dunning_hold WHERE id = key));
  PERFORM note_hold(ctx, key, 'hold-released');
  RETURN '{}';
END $$;

CREATE FUNCTION note_hold(ctx jsonb, hold_key uuid, kind text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE held record;
BEGIN
  FOR held IN
    SELECT r.invoice_id, h.reason, h.held_until FROM dunning_hold h
    JOIN receivable r ON r.invoice_id = h.invoice_id OR r.customer_id = h.customer_id
    WHERE h.id = hold_key AND r.closed_at IS NULL ORDER BY r.invoice_id
  LOOP
    PERFORM note_receivable(ctx, held.invoice_id, kind, jsonb_build_object('kind', 'hold', 'id', hold_key,
      'detail', jsonb_build_object('reason', held.reason, 'until', held.held_until)));
  END LOOP;
END $$;

-- ------------------------------------------------------------------ write-offs

-- One request at a time waits for its second person.
CREATE UNIQUE INDEX write_off_one_requested ON write_off (invoice_id) WHERE state = 'requested';

-- `total` spread over what is open of an invoice, the oldest first, as items of settle_open_items.
CREATE FUNCTION oldest_first(invoice_key uuid, total bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('openItemId', id, 'amount', least(open_amount, total - older)) ORDER BY due_on, id), '[]')
  FROM (SELECT id, due_on, open_amount, sum(open_amount) OVER (ORDER BY due_on, id) - open_amount AS older
    FROM open_item WHERE invoice_id = invoice_key AND open_amount > 0) o
  WHERE older < total
$$;

-- Asks to give up what is left of an invoice, or part of it. Input {invoiceId, reason, amount?, currency?,
-- placementId?}. Answers {writeOffId}. Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH,
-- WRITE_OFF_EXCEEDS_OPEN, WRITE_OFF_WAITING.
CREATE FUNCTION request_write_off(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  key uuid := uuid_v7();
  due bigint;
BEGIN
  PERFORM enter_context(ctx);
  due := lock_open_items(invoice_key);
  PERFORM check_against_open(invoice_key, input, due, 'WRITE_OFF_EXCEEDS_OPEN');
  IF EXISTS (SELECT 1 FROM write_off WHERE invoice_id = invoice_key AND state = 'requested') THEN
    PERFORM refuse('WRITE_OFF_WAITING', 'Another request for this invoice waits for its second person.', 'invoiceId');
  END IF;
  INSERT INTO write_off (id, invoice_id, placement_id, amount, currency, reason, state, requested_by, requested_at)
  SELECT key, i.id, (input->>'placementId')::uuid, coalesce((input->>'amount')::bigint, due), i.currency, input->>'reason',
    'requested', ctx#>>'{actor,id}', context_at(ctx) FROM invoice i WHERE i.id = invoice_key;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'write-off', 'subjectKind', 'write-off', 'subjectId', key,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'amount', coalesce((input->>'amount')::bigint, due),
      'currency', i.currency, 'detail', jsonb_build_object('invoice', i.number, 'reason', input->>'reason',
        'requestedBy', ctx#>>'{actor,name}')))
  FROM invoice i WHERE i.id = invoice_key;
  PERFORM note_receivable(ctx, invoice_key, 'write-off-requested', jsonb_build_object('kind', 'write-off', 'id', key,
    'amount', coalesce((input->>'amount')::bigint, due), 'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN jsonb_build_object('writeOffId', key);
END $$;

-- A second person agrees or not. Input {writeOffId, decision: 'approved' | 'rejected', businessDate, accounts:
-- {badDebt, receivables}}. What was paid since the request is not given up: at most what is still open. Answers
-- {writtenOff}. Refuses: WRITE_OFF_NOT_FOUND, WRITE_OFF_DECIDED, SECOND_PERSON_REQUIRED, NOTHING_OPEN.
CREATE FUNCTION decide_write_off(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  asked write_off%ROWTYPE;
  due bigint;
  given_up bigint := 0;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO asked FROM write_off WHERE id = (input->>'writeOffId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('WRITE_OFF_NOT_FOUND', 'There is no such request.', 'writeOffId'); END IF;
  IF asked.state <> 'requested' THEN
    PERFORM refuse('WRITE_OFF_DECIDED', format('The request was %s before.', asked.state), 'writeOffId');
  END IF;
  IF input->>'decision' = 'approved' AND ctx#>>'{actor,id}' = asked.requested_by THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED', 'Who asked for a write-off cannot be the one who approves it.', 'writeOffId');
  END IF;
  due := lock_open_items(asked.invoice_id);
  IF input->>'decision' = 'approved' THEN
    IF due = 0 THEN PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'writeOffId'); END IF;
    given_up := least(due, asked.amount);
    PERFORM post_write_off(ctx, asked, given_up, input);
  END IF;
  UPDATE write_off SET state = input->>'decision', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = asked.id;
  PERFORM end_work_item(ctx, 'write-off', asked.id::text);
  PERFORM note_receivable(ctx, asked.invoice_id, 'write-off-' || (input->>'decision'), jsonb_build_object('kind', 'write-off',
    'id', asked.id, 'amount', given_up));
  RETURN jsonb_build_object('writtenOff', given_up::text);
END $$;

CREATE FUNCTION post_write_off(ctx jsonb, asked write_off, given_up bigint, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  settled uuid[];
BEGIN
  settled := settle_open_items(ctx, jsonb_build_object('kind', 'write-off', 'writeOffId', asked.id,
    'bookedOn', input->>'businessDate', 'items', oldest_first(asked.invoice_id, given_up)), asked.currency);
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', i.legal_entity_id, 'businessDate', a.booked_on,
      'kind', 'allocation', 'documentKind', 'allocation', 'documentId', a.id, 'description', i.number, 'currency', a.currency),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,badDebt}', 'amount', a.amount, 'storeId', i.store_id),
      jsonb_build_object('account', input#>>'{accounts,receivables}', 'amount', -a.amount, 'storeId', i.store_id,
        'customerId', i.customer_id)))
  FROM allocation a JOIN invoice i ON i.id = asked.invoice_id WHERE a.id = ANY (settled);
END $$;

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

-- Locks a case and answers what domain/collection decides from: its state and amounts, what was reported on it, the
-- agreement with the agency. Input {placementId}. For the agency itself. Refuses: PLACEMENT_NOT_FOUND.
CREATE FUNCTION lock_case(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE placed placement%ROWTYPE;
BEGIN
  PERFORM require_agency();
  placed := lock_placement((input->>'placementId')::uuid);
  RETURN (SELECT jsonb_build_object('placementId', placed.id, 'state', placed.state, 'currency', placed.currency,
      'placed', placed.placed_amount::text, 'collected', placed.collected_amount::text, 'paidDirect', placed.paid_direct_amount::text,
      'adjusted', placed.adjusted_amount::text, 'recalled', placed.recalled_amount::text, 'writtenOff', placed.written_off_amount::text,
      'outstanding', placed.outstanding_amount::text, 'oldestDueOn', placed.oldest_due_on, 'placedOn', placed.placed_on,
      'zone', e.time_zone, 'commissionSchedule', a.commission_schedule,
      'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('sequence', v.sequence, 'type', v.type,
          'contentHash', encode(v.content_hash, 'hex'))), '[]')
        FROM placement_event v WHERE v.placement_id = placed.id))
    FROM agency a, invoice i JOIN legal_entity e ON e.id = i.legal_entity_id
    WHERE a.id = placed.agency_id AND i.id = placed.invoice_id);
END $$;

-- The agency accepts the case or not. Input {placementId, accepted, reason?}; the same answer again is a replay.
-- Answers {kind: 'acknowledged' | 'rejected' | 'replayed'}. Refuses: PLACEMENT_NOT_FOUND, PLACEMENT_CLOSED,
-- PLACEMENT_ALREADY_ANSWERED.
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
    PERFORM refuse('PLACEMENT_ALREADY_ANSWERED', 'The case was answered otherwise before.', 'accepted');
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

-- Ends a case that the agency has nothing left to do with. Input {placementId}. Answers {closed}: false when it had
-- ended before, and while something is outstanding (again). Refuses: PLACEMENT_NOT_FOUND.
CREATE FUNCTION close_placement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE placed placement%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  placed := lock_placement((input->>'placementId')::uuid);
  IF placed.closed_at IS NOT NULL OR placed.outstanding_amount > 0 THEN RETURN '{"closed":false}'; END IF;
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
-- domain/collection has judged it before; here it is judged once more, under the locks. Answers {kind: 'recorded' |
-- 'replayed', eventId}. Refuses: PLACEMENT_NOT_FOUND, EVENT_CONFLICT, PLACEMENT_CLOSED, PLACEMENT_NOT_ACKNOWLEDGED,
-- PAYMENT_NOT_POSITIVE, PAYMENT_EXCEEDS_OUTSTANDING, PAYMENT_CURRENCY_DIFFERS.
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

-- What may still be reported on a case, and how much of it may have been paid: what is outstanding, or, when the
-- agency's own closure has overtaken the report, what that closure gave back.
CREATE FUNCTION check_event(placed placement, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  left_to_pay bigint := placed.outstanding_amount;
BEGIN
  IF placed.acknowledged_at IS NULL AND placed.closed_at IS NULL AND placed.state <> 'recalled' THEN
    PERFORM refuse('PLACEMENT_NOT_ACKNOWLEDGED', 'A placement is acknowledged before anything is reported on it.', 'placementId');
  ELSIF placed.closed_at IS NOT NULL OR placed.state = 'recalled' THEN
    IF NOT is_overtaken(placed, (input->>'sequence')::int) THEN
      PERFORM refuse('PLACEMENT_CLOSED', format('The placement is %s: nothing more is accepted on it.', placed.state), 'placementId');
    END IF;
    left_to_pay := placed.recalled_amount;
  END IF;
  IF coalesce(input->>'currency', placed.currency) <> placed.currency THEN
    PERFORM refuse('PAYMENT_CURRENCY_DIFFERS', format('%s was placed.', placed.currency), 'amount.currency');
  ELSIF input->>'type' = 'payment' AND coalesce((input->>'amount')::bigint, 0) <= 0 THEN
    PERFORM refuse('PAYMENT_NOT_POSITIVE', 'A payment is above zero.', 'amount');
  ELSIF input->>'type' = 'payment' AND (input->>'amount')::bigint > left_to_pay THEN
    PERFORM refuse('PAYMENT_EXCEEDS_OUTSTANDING', format('%s is outstanding, %s was reported as paid.',
      left_to_pay, input->>'amount'), 'amount');
  END IF;
END $$;

-- Whether the agency closed the case itself with a later report, so that this one was under way before; not when
-- another agency has the case by now.
CREATE FUNCTION is_overtaken(placed placement, reported int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT placed.state = 'closed'
    AND EXISTS (SELECT 1 FROM placement_event e WHERE e.placement_id = placed.id AND e.type = 'closed' AND e.sequence > reported)
    AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.invoice_id = placed.invoice_id AND p.closed_at IS NULL)
$$;

-- The customer has paid the agency: the debt is gone, the agency owes us instead. What was paid elsewhere meanwhile
-- leaves the rest of the payment unapplied, for a person.
CREATE FUNCTION collect_payment(ctx jsonb, placed placement, input jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  payment_key uuid;
  paid bigint := (input->>'amount')::bigint;
  items jsonb := oldest_first(placed.invoice_id, (input->>'amount')::bigint);
BEGIN
  payment_key := (record_payment(ctx, jsonb_build_object('source', 'agency', 'externalId', placed.number || '/' || (input->>'sequence'),
      'legalEntityId', i.legal_entity_id, 'customerId', placed.customer_id, 'amount', paid, 'currency', placed.currency,
      'valueDate', input->>'occurredOn', 'businessDate', input->>'businessDate', 'remittanceText', placed.number,
      'accountCode', input#>>'{accounts,agencyClearing}', 'accounts', input->'accounts'))->>'paymentId')::uuid
    FROM invoice i WHERE i.id = placed.invoice_id;
  IF items <> '[]' THEN
    PERFORM allocate_payment(ctx, jsonb_build_object('paymentId', payment_key, 'bookedOn', input->>'businessDate',
      'items', items, 'accounts', input->'accounts',
      'evidence', jsonb_build_object('placement', placed.number, 'sequence', input->'sequence')));
  END IF;
  IF placed.closed_at IS NOT NULL THEN
    UPDATE placement SET recalled_amount = recalled_amount - paid, collected_amount = collected_amount + paid WHERE id = placed.id;
  END IF;
  IF EXISTS (SELECT 1 FROM payment WHERE id = payment_key AND unapplied_amount > 0) THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'unapplied-payment', 'subjectKind', 'payment', 'subjectId', payment_key,
      'customerId', placed.customer_id, 'amount', p.unapplied_amount, 'currency', p.currency,
      'detail', jsonb_build_object('reason', 'paid-elsewhere', 'placement', placed.number)))
    FROM payment p WHERE p.id = payment_key;
  END IF;
  RETURN payment_key;
END $$;

-- What an event changes besides the case itself.
CREATE FUNCTION apply_event(ctx jsonb, placed placement, event_key uuid, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE amount bigint := least(coalesce((input->>'amount')::bigint, placed.outstanding_amount), placed.outstanding_amount);
BEGIN
  IF placed.closed_at IS NOT NULL OR amount <= 0 AND input->>'type' IN ('promise', 'dispute', 'uncollectible') THEN RETURN; END IF;
  CASE input->>'type'
    WHEN 'promise' THEN
      UPDATE promise_to_pay SET state = 'withdrawn', decided_at = context_at(ctx)
      WHERE invoice_id = placed.invoice_id AND state = 'open' AND channel = 'agency';
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
-- Answers {kind: 'recorded' | 'replayed', remittanceId}. Refuses: REMITTANCE_CONFLICT, PAYMENT_UNKNOWN,
-- PAYMENT_ALREADY_REMITTED, PAYMENT_AMOUNT_DIFFERS, REMITTANCE_DOES_NOT_FOOT, REMITTANCE_MIXED.
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
    SELECT e.id, e.amount, e.currency, n - 1 AS position, (l->>'gross')::bigint AS gross,
      EXISTS (SELECT 1 FROM remittance_line r WHERE r.event_id = e.id) AS remitted
    FROM jsonb_array_elements(input->'lines') WITH ORDINALITY AS x(l, n)
    LEFT JOIN placement_event e ON e.id = (l->>'eventId')::uuid AND e.agency_id = own AND e.type = 'payment'
  LOOP
    IF line.id IS NULL THEN
      PERFORM refuse('PAYMENT_UNKNOWN', 'You have reported no such payment.', format('payments[%s]', line.position));
    ELSIF line.remitted THEN
      PERFORM refuse('PAYMENT_ALREADY_REMITTED', 'This payment was remitted before.', format('payments[%s]', line.position));
    ELSIF line.gross <> line.amount OR line.currency <> input->>'currency' THEN
      PERFORM refuse('PAYMENT_AMOUNT_DIFFERS', format('Reported were %s %s.', line.amount, line.currency),
        format('payments[%s].amount', line.position));
    END IF;
  END LOOP;
  SELECT sum((l->>'gross')::bigint) AS gross, sum((l->>'commission')::bigint) AS commission INTO total
  FROM jsonb_array_elements(input->'lines') l;
  IF (total.gross, total.commission) IS DISTINCT FROM ((input->>'gross')::numeric, (input->>'commission')::numeric) THEN
    PERFORM refuse('REMITTANCE_DOES_NOT_FOOT', format('The payments add up to %s with a commission of %s.', total.gross, total.commission), 'gross');
  END IF;
  SELECT count(DISTINCT i.legal_entity_id) INTO entities FROM jsonb_array_elements(input->'lines') l
  JOIN placement_event e ON e.id = (l->>'eventId')::uuid JOIN placement p ON p.id = e.placement_id JOIN invoice i ON i.id = p.invoice_id;
  IF entities > 1 THEN
    PERFORM refuse('REMITTANCE_MIXED', 'Remit to each of our legal entities on its own.', 'payments');
  END IF;
END $$;

CREATE FUNCTION remittance_entity(remittance_key uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT i.legal_entity_id FROM remittance_line l JOIN placement p ON p.id = l.placement_id JOIN invoice i ON i.id = p.invoice_id
  WHERE l.remittance_id = remittance_key LIMIT 1
$$;

-- The net of a remittance has arrived: the payment is no customer's, agency clearing is even again. Input
-- {remittanceId, paymentId, businessDate, accounts: {unappliedCash, agencyClearing}}. Refuses: REMITTANCE_NOT_FOUND,
-- REMITTANCE_SETTLED, PAYMENT_NOT_FOUND, PAYMENT_REVERSED, REMITTANCE_AMOUNT_DIFFERS.
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
    PERFORM refuse('REMITTANCE_AMOUNT_DIFFERS', format('%s is expected, %s is left of the payment.', owed.net_amount, paid.unapplied_amount), 'paymentId');
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

-- What domain/collection decides the next step of a case from. Input {placementId}. An agency's "uncollectible" counts
-- only when nobody is deciding about giving the rest up.
CREATE FUNCTION placement_facts(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('placementId', p.id, 'state', p.state, 'isClosed', p.closed_at IS NOT NULL,
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

-- Puts an agency that takes no messages before a person. Input {placementId}.
CREATE FUNCTION report_untold_agency(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'agency-unreachable', 'subjectKind', 'placement', 'subjectId', p.id,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', p.customer_id, 'amount', p.outstanding_amount,
      'currency', p.currency, 'detail', jsonb_build_object('placement', p.number, 'agency', a.name, 'waiting', w.waiting,
        'lastStatus', w.last_status, 'lastError', w.last_error)))
  FROM placement p JOIN invoice i ON i.id = p.invoice_id JOIN agency a ON a.id = p.agency_id
  CROSS JOIN LATERAL (SELECT count(*) AS waiting, max(last_status) AS last_status, max(last_error) AS last_error
    FROM webhook_delivery WHERE placement_id = p.id AND delivered_at IS NULL) w
  WHERE p.id = (input->>'placementId')::uuid AND w.waiting > 0;
  RETURN '{}';
END $$;

-- ------------------------------------------------------------------ what an agency may see

-- A case as its agency sees it: the minimum to collect it, and the debtor only for as long as the case is theirs.
-- The view is fenced by itself; row-level security stands behind it.
CREATE VIEW agency_case WITH (security_barrier) AS
SELECT p.id, p.agency_id, p.number, p.state, p.currency, p.placed_amount, p.collected_amount, p.paid_direct_amount,
  p.adjusted_amount, p.recalled_amount, p.written_off_amount, p.outstanding_amount, p.oldest_due_on, p.terms_version,
  p.placed_on, p.placed_at, p.acknowledged_at, p.last_sequence, p.last_event_at, p.recalled_at, p.closed_at, p.close_reason,
  i.number AS invoice_number, i.payment_reference, i.issued_on, e.time_zone,
  (SELECT jsonb_agg(jsonb_build_object('dueOn', o.due_on, 'principal', pi.principal_amount::text, 'fee', pi.fee_amount::text)
      ORDER BY o.due_on, o.id)
    FROM placement_item pi JOIN open_item o ON o.id = pi.open_item_id WHERE pi.placement_id = p.id) AS items,
  CASE WHEN p.closed_at IS NULL AND p.state <> 'recalled' THEN jsonb_build_object('name', c.name, 'legalName', c.legal_name,
    'address', c.address, 'email', c.email, 'phone', c.phone, 'language', c.language, 'timeZone', c.time_zone) END AS debtor
FROM placement p JOIN invoice i ON i.id = p.invoice_id JOIN legal_entity e ON e.id = i.legal_entity_id
JOIN customer c ON c.id = p.customer_id
WHERE p.agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid;

GRANT SELECT ON agency_case TO lunas_partner;
REVOKE EXECUTE ON FUNCTION lock_case(jsonb, jsonb), acknowledge_placement(jsonb, jsonb), report_placement_event(jsonb, jsonb),
  record_remittance(jsonb, jsonb), create_placement(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_case(jsonb, jsonb), acknowledge_placement(jsonb, jsonb), report_placement_event(jsonb, jsonb),
  record_remittance(jsonb, jsonb) TO lunas_partner;
