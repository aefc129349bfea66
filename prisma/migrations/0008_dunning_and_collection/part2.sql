
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

-- A customer promises to pay. Input {invoiceId, amount, currency, promisedOn, promisedFor, channel}; open
-- promises together never exceed what is open. Answers {promiseId}. Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN,
-- CURRENCY_MISMATCH, PROMISE_EXCEEDS_OPEN, PROMISE_IN_THE_PAST.
CREATE FUNCTION record_promise(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  key uuid := uuid_v7();
  due bigint;
  promised bigint;
BEGIN
  PERFORM enter_context(ctx);
  due := lock_open_items(invoice_key);
  SELECT coalesce(sum(amount), 0) INTO promised FROM promise_to_pay WHERE invoice_id = invoice_key AND state = 'open';
  PERFORM check_against_open(invoice_key, input, due, 'PROMISE_EXCEEDS_OPEN');
  IF promised + (input->>'amount')::bigint > due THEN
    PERFORM refuse('PROMISE_EXCEEDS_OPEN', format('%s is open and %s of it is promised already.', due, promised), 'amount.amount');
  END IF;
  IF (input->>'promisedFor')::date < (input->>'promisedOn')::date THEN
    PERFORM refuse('PROMISE_IN_THE_PAST', 'A promise is for today or later.', 'promisedFor');
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

-- A customer objects. Input {invoiceId, reason, amount?, currency?}; without amount all that is open. Answers
-- {disputeId}. Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH, DISPUTE_EXCEEDS_OPEN, DISPUTE_OPEN.
CREATE FUNCTION open_dispute(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  key uuid := uuid_v7();
  due bigint;
BEGIN
  PERFORM enter_context(ctx);
  due := lock_open_items(invoice_key);
  PERFORM check_against_open(invoice_key, input, due, 'DISPUTE_EXCEEDS_OPEN');
  IF EXISTS (SELECT 1 FROM dispute WHERE invoice_id = invoice_key AND state = 'open') THEN
    PERFORM refuse('DISPUTE_OPEN', 'Another dispute about this invoice is open.', 'invoiceId');
  END IF;
  INSERT INTO dispute (id, invoice_id, reason, amount, currency, state, opened_by, opened_at)
  SELECT key, i.id, input->>'reason', coalesce((input->>'amount')::bigint, due), i.currency, 'open', ctx#>>'{actor,id}',
    context_at(ctx) FROM invoice i WHERE i.id = invoice_key;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'dispute', 'subjectKind', 'dispute', 'subjectId', key,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'amount', coalesce((input->>'amount')::bigint, due),
      'currency', i.currency, 'detail', jsonb_build_object('invoice', i.number, 'reason', input->>'reason')))
  FROM invoice i WHERE i.id = invoice_key;
  PERFORM note_receivable(ctx, invoice_key, 'disputed', jsonb_build_object('kind', 'dispute', 'id', key,
    'amount', coalesce((input->>'amount')::bigint, due), 'detail', jsonb_build_object('reason', input->>'reason')));
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
