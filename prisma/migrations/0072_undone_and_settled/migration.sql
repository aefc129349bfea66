-- What is undone leaves nothing behind, and what is settled takes with it what had only been asked because of it.

-- ------------------------------------------------------------------ whose money it is

-- Whom a payment came with, or whom matching has found, kept while allocations say whose money it is.
ALTER TABLE payment ADD COLUMN found_customer_id UUID;
ALTER TABLE payment ADD CONSTRAINT payment_found_customer_id_fkey FOREIGN KEY (found_customer_id)
  REFERENCES customer (id) ON DELETE SET NULL ON UPDATE CASCADE;

-- Payments that are applied already: an agency named the customer, or the matcher found it. Of the others nobody knows. What
-- was found does not change here, so this is no entry of the audit trail.
ALTER TABLE payment DISABLE TRIGGER payment_audit;
UPDATE payment p SET found_customer_id = customer_id
WHERE customer_id IS NOT NULL AND (source = 'agency' OR EXISTS (SELECT 1 FROM allocation a
  WHERE a.payment_id = p.id AND a.evidence->>'by' = 'matcher'));
ALTER TABLE payment ENABLE TRIGGER payment_audit;

-- The customer whose item was paid first and still is; of a payment that pays nothing the one that was found.
CREATE FUNCTION payer_of(payment_key uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT o.customer_id FROM allocation a JOIN open_item o ON o.id = a.open_item_id
      WHERE a.payment_id = p.id AND a.reversed_at IS NULL ORDER BY a.booked_at, a.open_item_id LIMIT 1), p.found_customer_id)
  FROM payment p WHERE p.id = payment_key
$$;

-- The open work item on a payment says what is left of it, whose it is and what is suggested for it now. `why`: what has
-- changed it. Reasons of a finding that is gone go with it. The caller holds the payment.
CREATE FUNCTION refresh_unapplied(ctx jsonb, payment_key uuid, why text) RETURNS void LANGUAGE sql AS $$
  UPDATE work_item w SET amount = p.unapplied_amount, customer_id = p.customer_id,
    detail = w.detail - CASE WHEN p.state = 'unapplied' THEN 'reasons' ELSE '' END || jsonb_build_object(
      'finding', CASE p.state WHEN 'suggested' THEN 'suggest' WHEN 'held' THEN 'hold' ELSE 'none' END,
      'suggestions', (SELECT count(*) FROM payment_suggestion s WHERE s.payment_id = p.id),
      'payerName', p.payer_name, 'reason', why)
  FROM payment p
  WHERE p.id = payment_key AND w.kind = 'unapplied-payment' AND w.subject_id = p.id::text AND w.state = 'open'
$$;

-- Applies a payment to open items. Input {paymentId, bookedOn, items: [{openItemId, amount}], evidence?, accounts:
-- {unappliedCash, receivables}}. It is the money of the customer whose item it pays first, whoever was suspected before.
-- Answers {allocationIds, unapplied}.
-- Refuses: PAYMENT_NOT_FOUND, PAYMENT_REVERSED, ALLOCATION_EXCEEDS_PAYMENT and those of settle_open_items.
CREATE OR REPLACE FUNCTION allocate_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  paid payment%ROWTYPE;
  total bigint;
  settled uuid[];
  one allocation%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO paid FROM payment WHERE id = (input->>'paymentId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('PAYMENT_NOT_FOUND', 'There is no such payment.', 'paymentId'); END IF;
  IF paid.state = 'reversed' THEN PERFORM refuse('PAYMENT_REVERSED', 'The payment was taken back.', 'paymentId'); END IF;
  SELECT coalesce(sum((i->>'amount')::bigint), 0) INTO total FROM jsonb_array_elements(input->'items') i;
  IF total <= 0 OR total > paid.unapplied_amount THEN
    PERFORM refuse('ALLOCATION_EXCEEDS_PAYMENT', format('%s is left of the payment, %s was to be applied.',
      paid.unapplied_amount, total), 'items');
  END IF;
  DELETE FROM payment_suggestion WHERE payment_id = paid.id;
  settled := settle_open_items(ctx, input || '{"kind":"payment"}', paid.currency);
  UPDATE payment SET unapplied_amount = unapplied_amount - total, customer_id = payer_of(id),
    found_customer_id = CASE WHEN input#>>'{evidence,by}' = 'matcher' THEN payer_of(id)
      WHEN unapplied_amount = amount THEN customer_id ELSE found_customer_id END,
    state = CASE WHEN unapplied_amount = total THEN 'applied' ELSE 'unapplied' END
  WHERE id = paid.id;
  IF paid.unapplied_amount = total THEN
    UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
    WHERE subject_kind = 'payment' AND subject_id = paid.id::text AND state = 'open';
  ELSE
    PERFORM refresh_unapplied(ctx, paid.id, 'partly-applied');
  END IF;
  FOR one IN SELECT * FROM allocation WHERE id = ANY (settled) LOOP
    PERFORM post_allocation(ctx, one, input->'accounts', paid.legal_entity_id);
  END LOOP;
  RETURN jsonb_build_object('allocationIds', to_jsonb(settled), 'unapplied', (paid.unapplied_amount - total)::text);
END $$;

-- Undoes one allocation of a payment; everything stands as before, the receivable lives again, and a customer to whom only
-- this allocation had given the money has it no longer. Input {allocationId, reversedOn, reason}. Refuses:
-- ALLOCATION_NOT_FOUND, ALLOCATION_REVERSED, ALLOCATION_NOT_A_PAYMENT.
CREATE OR REPLACE FUNCTION reverse_allocation(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  one allocation%ROWTYPE;
  paid payment%ROWTYPE;
  owed record;
BEGIN
  PERFORM enter_context(ctx);
  SELECT p.* INTO paid FROM payment p JOIN allocation a ON a.payment_id = p.id
  WHERE a.id = (input->>'allocationId')::uuid FOR UPDATE OF p;
  SELECT * INTO one FROM allocation WHERE id = (input->>'allocationId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('ALLOCATION_NOT_FOUND', 'There is no such allocation.', 'allocationId'); END IF;
  IF one.kind <> 'payment' THEN
    PERFORM refuse('ALLOCATION_NOT_A_PAYMENT', 'Only payments are taken back this way.', 'allocationId');
  END IF;
  PERFORM lock_for_settlement(ARRAY[one.open_item_id]);
  UPDATE allocation SET reversed_at = context_at(ctx), reversed_on = (input->>'reversedOn')::date,
    reversed_by = ctx#>>'{actor,id}', reversal_reason = input->>'reason'
  WHERE id = one.id AND reversed_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('ALLOCATION_REVERSED', 'The allocation was undone before.', 'allocationId'); END IF;
  UPDATE open_item SET open_amount = open_amount + one.amount WHERE id = one.open_item_id;
  UPDATE payment SET unapplied_amount = unapplied_amount + one.amount, state = 'unapplied', customer_id = payer_of(id)
  WHERE id = paid.id RETURNING * INTO paid;
  SELECT i.id AS invoice_id, i.sale_id, i.number INTO owed
  FROM open_item o JOIN invoice i ON i.id = o.invoice_id WHERE o.id = one.open_item_id;
  PERFORM reverse_journal(ctx, jsonb_build_object('documentKind', 'allocation', 'documentId', one.id, 'businessDate', input->>'reversedOn'));
  -- What came before the case began was never part of it.
  PERFORM settle_placement(ctx, owed.invoice_id, CASE
    WHEN EXISTS (SELECT 1 FROM placement WHERE invoice_id = owed.invoice_id AND closed_at IS NULL AND placed_at > one.booked_at) THEN 'adjusted'
    WHEN paid.source = 'agency' THEN 'collected' ELSE 'paid_direct' END, -one.amount);
  PERFORM reopen_promises(ctx, owed.invoice_id, one.booked_at);
  PERFORM reopen_receivable(ctx, owed.invoice_id);
  PERFORM touch_receivable(owed.invoice_id, 'reversal');
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'unapplied-payment', 'subjectKind', 'payment', 'subjectId', paid.id,
    'customerId', paid.customer_id, 'amount', paid.unapplied_amount, 'currency', paid.currency));
  PERFORM refresh_unapplied(ctx, paid.id, 'allocation-reversed');
  PERFORM record_event(ctx, owed.sale_id, 'allocation-reversed', jsonb_build_object('kind', 'allocation', 'id', one.id,
    'number', owed.number, 'amount', one.amount, 'currency', one.currency, 'workflowId', 'receivable:' || owed.invoice_id));
  RETURN jsonb_build_object('unapplied', paid.unapplied_amount::text);
END $$;

-- ------------------------------------------------------------------ what an account is a sign of

-- Whether a payment pays something of a customer, besides these allocations.
CREATE FUNCTION pays_customer(payment_key uuid, customer uuid, besides uuid[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM allocation a JOIN open_item o ON o.id = a.open_item_id
    WHERE a.payment_id = payment_key AND a.reversed_at IS NULL AND o.customer_id = customer AND a.id <> ALL (besides))
$$;

-- The payer's account becomes a sign of every customer whose item a person has paid by `settled`; a payment says it once of
-- each, however many items it pays.
CREATE FUNCTION learn_account(ctx jsonb, paid payment, settled uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO customer_alias AS known (customer_id, kind, value, confirmations, created_at)
  SELECT DISTINCT o.customer_id, 'account', alias_value(paid.payer_account), 1, context_at(ctx)
  FROM allocation a JOIN open_item o ON o.id = a.open_item_id
  WHERE a.id = ANY (settled) AND alias_value(paid.payer_account) IS NOT NULL
    AND NOT pays_customer(paid.id, o.customer_id, settled)
  ORDER BY 1
  ON CONFLICT (kind, value, customer_id) DO UPDATE SET confirmations = known.confirmations + 1, revoked_at = NULL
$$;

-- What a person undoes, the payer's account is no sign of the customer any more, once the payment pays nothing of it.
CREATE FUNCTION forget_account(ctx jsonb, paid payment, customer uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE customer_alias SET confirmations = confirmations - 1,
    revoked_at = CASE WHEN confirmations <= 1 THEN context_at(ctx) ELSE revoked_at END
  WHERE kind = 'account' AND value = alias_value(paid.payer_account) AND customer_id = customer AND confirmations > 0
    AND NOT pays_customer(paid.id, customer, '{}')
$$;

-- Applies a payment by hand, with what the payer kept back. Input as allocate_payment, and deductions: [{openItemId, kind,
-- amount, account, documentReference?}]. The payer's account becomes a sign of whose items it pays. Answers {allocationIds,
-- deductionIds, unapplied}. Refuses what allocate_payment and settle_open_items refuse.
CREATE OR REPLACE FUNCTION apply_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  paid payment%ROWTYPE;
  answer jsonb;
  kept record;
  kept_key uuid;
  settled uuid[];
  deductions jsonb := '[]';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO paid FROM payment WHERE id = (input->>'paymentId')::uuid FOR UPDATE;
  PERFORM 1 FROM open_item WHERE id IN (SELECT (i->>'openItemId')::uuid
    FROM jsonb_array_elements((input->'items') || (input->'deductions')) i) ORDER BY id FOR UPDATE;
  answer := allocate_payment(ctx, input);
  FOR kept IN SELECT d, n FROM jsonb_array_elements(input->'deductions') WITH ORDINALITY AS x(d, n) LOOP
    kept_key := uuid_v7();
    INSERT INTO deduction (id, payment_id, reason, amount, currency, document_reference, state, created_at)
    VALUES (kept_key, paid.id, kept.d->>'kind', (kept.d->>'amount')::bigint, paid.currency, kept.d->>'documentReference',
      CASE WHEN kept.d->>'kind' = 'withholdingTax' AND kept.d->>'documentReference' IS NULL THEN 'document-missing' ELSE 'accepted' END,
      context_at(ctx));
    settled := settle_open_items(ctx, jsonb_build_object('kind', 'deduction', 'deductionId', kept_key, 'bookedOn', input->>'bookedOn',
      'evidence', input->'evidence', 'items', jsonb_build_array(jsonb_build_object('openItemId', kept.d->>'openItemId',
        'amount', kept.d->>'amount'))), paid.currency);
    PERFORM post_deduction(ctx, settled[1], kept.d->>'account', input#>>'{accounts,receivables}');
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'tax-document-missing', 'subjectKind', 'deduction', 'subjectId', kept_key,
      'customerId', paid.customer_id, 'amount', kept.d->>'amount', 'currency', paid.currency, 'detail', kept.d))
    WHERE kept.d->>'kind' = 'withholdingTax' AND kept.d->>'documentReference' IS NULL;
    deductions := deductions || to_jsonb(settled[1]);
  END LOOP;
  PERFORM learn_account(ctx, paid, ARRAY(SELECT a::uuid FROM jsonb_array_elements_text(answer->'allocationIds') a));
  RETURN answer || jsonb_build_object('deductionIds', deductions);
END $$;

-- Undoes one allocation of a payment and with it what was deducted from the same item; or one deduction alone. Input
-- {allocationId, reversedOn, reason}. What a person undoes, the payer's account is no sign of the customer any more.
-- Refuses: ALLOCATION_NOT_FOUND, ALLOCATION_REVERSED, ALLOCATION_NOT_A_PAYMENT.
CREATE OR REPLACE FUNCTION reverse_settlement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  one allocation%ROWTYPE;
  other allocation%ROWTYPE;
  paid payment%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO one FROM allocation WHERE id = (input->>'allocationId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('ALLOCATION_NOT_FOUND', 'There is no such allocation.', 'allocationId'); END IF;
  SELECT p.* INTO paid FROM payment p
  WHERE p.id = coalesce(one.payment_id, (SELECT d.payment_id FROM deduction d WHERE d.id = one.deduction_id)) FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('ALLOCATION_NOT_A_PAYMENT', 'Only payments and what was deducted from them are taken back this way.', 'allocationId');
  END IF;
  IF one.kind = 'deduction' THEN
    PERFORM undo_deduction(ctx, one, input);
    RETURN jsonb_build_object('unapplied', paid.unapplied_amount::text);
  END IF;
  PERFORM reverse_allocation(ctx, input);
  FOR other IN SELECT a.* FROM allocation a JOIN deduction d ON d.id = a.deduction_id
    WHERE d.payment_id = paid.id AND a.open_item_id = one.open_item_id AND a.reversed_at IS NULL ORDER BY a.id
  LOOP
    PERFORM undo_deduction(ctx, other, input);
  END LOOP;
  PERFORM forget_account(ctx, paid, (SELECT customer_id FROM open_item WHERE id = one.open_item_id));
  RETURN jsonb_build_object('unapplied', (paid.unapplied_amount + one.amount)::text);
END $$;

-- ------------------------------------------------------------------ what was suggested of an item that is settled

-- Read by every settlement, written by a person's share of a bank file: nothing is left for later to be merged.
CREATE INDEX payment_suggestion_items_idx ON payment_suggestion USING gin (items jsonb_path_ops) WITH (fastupdate = off);

-- A suggestion that asks more of an item than is left of it ends. A payment that nothing is suggested for any more is
-- unapplied, and its work item says so. The caller holds the items, and payments are locked before items: what another
-- command holds at this moment is not waited for, and looked at again when the receivable ends.
CREATE FUNCTION end_spent_suggestions(ctx jsonb, item_keys uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE offered uuid;
BEGIN
  FOR offered IN
    SELECT p.id FROM payment p WHERE p.id IN (
      SELECT s.payment_id FROM open_item o
      JOIN payment_suggestion s ON s.items @> jsonb_build_array(jsonb_build_object('openItemId', o.id))
      WHERE o.id = ANY (item_keys))
    ORDER BY p.id FOR UPDATE SKIP LOCKED
  LOOP
    DELETE FROM payment_suggestion s WHERE s.payment_id = offered AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(s.items) i JOIN open_item o ON o.id = (i->>'openItemId')::uuid
      WHERE (i->>'amount')::bigint > o.open_amount);
    CONTINUE WHEN NOT FOUND;
    UPDATE payment p SET state = 'unapplied' WHERE p.id = offered AND p.state = 'suggested'
      AND NOT EXISTS (SELECT 1 FROM payment_suggestion s WHERE s.payment_id = p.id);
    PERFORM refresh_unapplied(ctx, offered, 'item-settled');
  END LOOP;
END $$;

-- ------------------------------------------------------------------ what was asked because of an invoice that is settled

-- A request may also end because its invoice owes nothing any more. `decided_by` is then whoever settled it.
ALTER TABLE write_off DROP CONSTRAINT write_off_state;
ALTER TABLE write_off ADD CONSTRAINT write_off_state CHECK (state IN ('requested', 'approved', 'rejected', 'lapsed'));
ALTER TABLE credit_note_request DROP CONSTRAINT credit_note_request_state;
ALTER TABLE credit_note_request ADD CONSTRAINT credit_note_request_state
  CHECK (state IN ('requested', 'approved', 'rejected', 'lapsed'));

-- How a request that is no longer open ended, for the refusal of another decision.
CREATE FUNCTION how_it_ended(state text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE state WHEN 'lapsed' THEN 'The request lapsed: nothing of the invoice was left to pay.'
    ELSE format('The request was %s before.', state) END
$$;

-- Ends an open dispute. `ended`: {resolution, creditNoteId?, settledBy?}; `settledBy` is the kind of allocation that left
-- nothing to argue about. The caller holds the items. Refuses: DISPUTE_RESOLVED.
CREATE FUNCTION end_dispute(ctx jsonb, argued dispute, ended jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE dispute SET state = 'resolved', resolution = ended->>'resolution', resolved_by = ctx#>>'{actor,id}',
    resolved_at = context_at(ctx), credit_note_id = (ended->>'creditNoteId')::uuid
  WHERE id = argued.id AND state = 'open';
  IF NOT FOUND THEN PERFORM refuse('DISPUTE_RESOLVED', 'The dispute was settled before.', 'disputeId'); END IF;
  PERFORM end_work_item(ctx, 'dispute', argued.id::text);
  PERFORM note_receivable(ctx, argued.invoice_id, 'dispute-resolved', jsonb_build_object('kind', 'dispute', 'id', argued.id,
    'amount', argued.amount, 'detail', jsonb_strip_nulls(ended - 'creditNoteId')));
END $$;

-- Ends a dispute. Input {disputeId, resolution: 'for-customer' | 'for-seller', creditNoteId?}; a customer who is
-- right gets a credit note of that invoice. Refuses: DISPUTE_NOT_FOUND, DISPUTE_RESOLVED, CREDIT_NOTE_REQUIRED,
-- CREDIT_NOTE_UNSUITABLE.
CREATE OR REPLACE FUNCTION resolve_dispute(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  PERFORM end_dispute(ctx, argued, jsonb_build_object('resolution', input->>'resolution', 'creditNoteId', note));
  RETURN '{}';
END $$;

-- Ends a request to write off. `ended`: {state, amount, settledBy?}. The caller holds the items.
CREATE FUNCTION end_write_off(ctx jsonb, asked write_off, ended jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE write_off SET state = ended->>'state', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = asked.id;
  PERFORM end_work_item(ctx, 'write-off', asked.id::text);
  PERFORM note_receivable(ctx, asked.invoice_id, 'write-off-' || (ended->>'state'), jsonb_build_object('kind', 'write-off',
    'id', asked.id, 'amount', ended->'amount') || lapsed_by(ended));
END $$;

-- Ends a request for a credit note. `ended`: {state, settledBy?}. The credit note itself tells of one that was approved. The
-- caller holds the items.
CREATE FUNCTION end_credit_note_request(ctx jsonb, asked credit_note_request, ended jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE credit_note_request SET state = ended->>'state', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = asked.id;
  PERFORM end_work_item(ctx, 'credit-note', asked.id::text);
  IF ended->>'state' <> 'approved' THEN
    PERFORM note_receivable(ctx, asked.invoice_id, 'credit-note-' || (ended->>'state'), jsonb_build_object(
      'kind', 'credit-note-request', 'id', asked.id, 'amount', asked.amount) || lapsed_by(ended));
  END IF;
END $$;

-- What an event says of a request that lapsed: the kind of allocation that left it without a cause.
CREATE FUNCTION lapsed_by(ended jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN ended ? 'settledBy' THEN jsonb_build_object('detail', jsonb_build_object('settledBy', ended->'settledBy'))
    ELSE '{}' END
$$;

-- Once nothing of an invoice is left to pay, what was asked because of it has lost its cause: disputes are settled, for the
-- customer when a credit note did it, and requests that wait for their second person lapse. None of it comes back when the
-- settlement is undone; it can be asked anew. `settled`: {kind, creditNoteId?} of the allocation. The caller holds the items
-- that it settled, and the receivable.
CREATE FUNCTION end_lost_causes(ctx jsonb, invoice_key uuid, settled jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  for_whom text := CASE settled->>'kind' WHEN 'credit-note' THEN 'for-customer' ELSE 'for-seller' END;
  lapse jsonb := jsonb_build_object('state', 'lapsed', 'amount', 0, 'settledBy', settled->>'kind');
BEGIN
  IF EXISTS (SELECT 1 FROM open_item WHERE invoice_id = invoice_key AND open_amount > 0) THEN RETURN; END IF;
  PERFORM end_dispute(ctx, d, jsonb_build_object('resolution', for_whom, 'creditNoteId', settled->>'creditNoteId',
    'settledBy', settled->>'kind')) FROM dispute d WHERE d.invoice_id = invoice_key AND d.state = 'open';
  PERFORM end_write_off(ctx, w, lapse) FROM write_off w WHERE w.invoice_id = invoice_key AND w.state = 'requested';
  PERFORM end_credit_note_request(ctx, r, lapse) FROM credit_note_request r
  WHERE r.invoice_id = invoice_key AND r.state = 'requested';
END $$;

-- Joins money, credit or loss to open items. Input {kind, paymentId | creditNoteId | writeOffId | deductionId,
-- bookedOn, evidence?, items: [{openItemId, amount}]}. Not a command: the callers post the journal.
-- What waited for these items only, or for their invoices, ends with them.
-- Refuses: OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH, DEDUCTION_WITHOUT_PAYMENT, CURRENCY_MISMATCH,
-- ALLOCATION_EXCEEDS_OPEN. Answers the allocation ids.
CREATE OR REPLACE FUNCTION settle_open_items(ctx jsonb, input jsonb, unit char(3)) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  item record;
  due open_item%ROWTYPE;
  settled uuid[] := '{}';
  key uuid;
  entity uuid := settling_entity(input);
  part text := CASE input->>'kind' WHEN 'credit-note' THEN 'adjusted' WHEN 'deduction' THEN 'adjusted'
    WHEN 'write-off' THEN 'written_off' ELSE 'paid_direct' END;
BEGIN
  IF (SELECT source FROM payment WHERE id = (input->>'paymentId')::uuid) = 'agency' THEN part := 'collected'; END IF;
  PERFORM lock_for_settlement(ARRAY(SELECT (i->>'openItemId')::uuid FROM jsonb_array_elements(input->'items') i));
  FOR item IN SELECT (i->>'openItemId')::uuid AS id, (i->>'amount')::bigint AS amount, n
    FROM jsonb_array_elements(input->'items') WITH ORDINALITY AS x(i, n) ORDER BY 1
  LOOP
    SELECT * INTO due FROM open_item WHERE id = item.id FOR UPDATE;
    IF NOT FOUND THEN
      PERFORM refuse('OPEN_ITEM_NOT_FOUND', 'There is no such open item.', format('items[%s].openItem', item.n - 1));
    ELSIF (SELECT legal_entity_id FROM invoice WHERE id = due.invoice_id) IS DISTINCT FROM entity THEN
      PERFORM refuse('LEGAL_ENTITY_MISMATCH', 'The item is owed to another legal entity than the one that would settle it.',
        format('items[%s].openItem', item.n - 1));
    ELSIF input->>'kind' = 'deduction' AND NOT EXISTS (SELECT 1 FROM deduction d JOIN allocation a ON a.payment_id = d.payment_id
        JOIN open_item o ON o.id = a.open_item_id
        WHERE d.id = (input->>'deductionId')::uuid AND a.reversed_at IS NULL AND o.invoice_id = due.invoice_id) THEN
      PERFORM refuse('DEDUCTION_WITHOUT_PAYMENT', 'The payment pays nothing of this invoice, so nothing of it was kept back.', 'deductions');
    ELSIF due.currency <> unit THEN
      PERFORM refuse('CURRENCY_MISMATCH', format('The item is in %s.', due.currency), format('items[%s].amount', item.n - 1));
    ELSIF item.amount <= 0 OR item.amount > due.open_amount THEN
      PERFORM refuse('ALLOCATION_EXCEEDS_OPEN', format('%s is open, %s was to be settled.', due.open_amount, item.amount),
        format('items[%s].amount', item.n - 1));
    END IF;
    key := uuid_v7();
    UPDATE open_item SET open_amount = open_amount - item.amount WHERE id = item.id;
    INSERT INTO allocation (id, open_item_id, kind, payment_id, credit_note_id, write_off_id, deduction_id, amount, currency,
      booked_on, booked_at, booked_by, evidence)
    VALUES (key, item.id, input->>'kind', (input->>'paymentId')::uuid, (input->>'creditNoteId')::uuid,
      (input->>'writeOffId')::uuid, (input->>'deductionId')::uuid, item.amount, unit, (input->>'bookedOn')::date,
      context_at(ctx), ctx#>>'{actor,id}', input->'evidence');
    settled := settled || key;
    PERFORM settle_placement(ctx, due.invoice_id, part, item.amount);
    PERFORM touch_receivable(due.invoice_id, input->>'kind');
    PERFORM record_event(ctx, i.sale_id, input->>'kind' || '-applied', jsonb_build_object('kind', 'allocation', 'id', key,
        'number', i.number, 'amount', item.amount, 'currency', unit, 'workflowId', 'receivable:' || i.id))
    FROM invoice i WHERE i.id = due.invoice_id;
  END LOOP;
  PERFORM end_spent_suggestions(ctx, ARRAY(SELECT open_item_id FROM allocation WHERE id = ANY (settled)));
  PERFORM end_lost_causes(ctx, i.id, jsonb_build_object('kind', input->>'kind', 'creditNoteId', input->>'creditNoteId'))
  FROM (SELECT DISTINCT o.invoice_id AS id FROM allocation a JOIN open_item o ON o.id = a.open_item_id
    WHERE a.id = ANY (settled) ORDER BY 1) i;
  RETURN settled;
END $$;

-- A second person agrees or not. Input {writeOffId, decision: 'approved' | 'rejected', businessDate, accounts:
-- {badDebt, receivables}}. What was paid since the request is not given up: at most what is still open. Answers
-- {writtenOff}. Refuses: WRITE_OFF_NOT_FOUND, WRITE_OFF_DECIDED, SECOND_PERSON_REQUIRED, NOTHING_OPEN.
CREATE OR REPLACE FUNCTION decide_write_off(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  asked write_off%ROWTYPE;
  due bigint;
  given_up bigint := 0;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO asked FROM write_off WHERE id = (input->>'writeOffId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('WRITE_OFF_NOT_FOUND', 'There is no such request.', 'writeOffId'); END IF;
  -- The items first: whoever settles them ends the request.
  due := lock_open_items(asked.invoice_id);
  SELECT * INTO asked FROM write_off WHERE id = asked.id FOR UPDATE;
  IF asked.state <> 'requested' THEN
    PERFORM refuse('WRITE_OFF_DECIDED', how_it_ended(asked.state), 'writeOffId');
  END IF;
  IF input->>'decision' = 'approved' AND ctx#>>'{actor,id}' = asked.requested_by THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED', 'Who asked for a write-off cannot be the one who approves it.', 'writeOffId');
  END IF;
  IF input->>'decision' = 'approved' THEN
    IF due = 0 THEN PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'writeOffId'); END IF;
    given_up := least(due, asked.amount);
    PERFORM lock_for_settlement(ARRAY(SELECT id FROM open_item WHERE invoice_id = asked.invoice_id));
  END IF;
  -- Before it is booked: its own booking must not let it lapse.
  PERFORM end_write_off(ctx, asked, jsonb_build_object('state', input->>'decision', 'amount', given_up));
  IF given_up > 0 THEN PERFORM post_write_off(ctx, asked, given_up, input); END IF;
  RETURN jsonb_build_object('writtenOff', given_up::text);
END $$;

-- A second person agrees or not. Input {creditNoteRequestId, decision: 'approved' | 'rejected', and when approved
-- netAmount, taxAmount, issuedOn, journal as issue_credit_note}. Answers {creditNoteId} (null when rejected).
-- Refuses: CREDIT_NOTE_REQUEST_NOT_FOUND, CREDIT_NOTE_DECIDED, SECOND_PERSON_REQUIRED and what issue_credit_note refuses.
CREATE OR REPLACE FUNCTION decide_credit_note(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  asked credit_note_request%ROWTYPE;
  issued jsonb := '{}';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO asked FROM credit_note_request WHERE id = (input->>'creditNoteRequestId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('CREDIT_NOTE_REQUEST_NOT_FOUND', 'There is no such request.', 'creditNoteRequestId');
  END IF;
  PERFORM lock_open_items(asked.invoice_id);
  SELECT * INTO asked FROM credit_note_request WHERE id = asked.id FOR UPDATE;
  IF asked.state <> 'requested' THEN
    PERFORM refuse('CREDIT_NOTE_DECIDED', how_it_ended(asked.state), 'creditNoteRequestId');
  END IF;
  IF input->>'decision' = 'approved' AND ctx#>>'{actor,id}' = asked.requested_by THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED', 'Who asked for a credit note cannot be the one who approves it.', 'creditNoteRequestId');
  END IF;
  -- Before it is issued: its own booking must not let it lapse.
  PERFORM end_credit_note_request(ctx, asked, jsonb_build_object('state', input->>'decision'));
  IF input->>'decision' = 'approved' THEN
    issued := issue_credit_note(ctx, input || jsonb_build_object('invoiceId', asked.invoice_id, 'reason', asked.reason,
      'disputeId', asked.dispute_id, 'requestId', asked.id));
  END IF;
  RETURN jsonb_build_object('creditNoteId', issued->'creditNoteId');
END $$;

-- Credits part of an invoice: a document of its own, with a gapless number and a check digit, never above what is open.
-- Input {invoiceId, netAmount, taxAmount, reason, issuedOn, disputeId?, requestId?, journal}; `journal` comes from domain/ledger,
-- `requestId` is of a request that was approved, and needed above what one person alone may credit. What is oldest is settled
-- first. A dispute that is named is settled for the customer. Answers {creditNoteId, number, allocationIds}.
-- Refuses: INVOICE_NOT_FOUND, CREDIT_EXCEEDS_OPEN, DISPUTE_NOT_FOUND, DISPUTE_RESOLVED, SECOND_PERSON_REQUIRED.
CREATE OR REPLACE FUNCTION issue_credit_note(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  billed invoice%ROWTYPE;
  item record;
  wanted bigint := (input->>'netAmount')::bigint + (input->>'taxAmount')::bigint;
  rest bigint := wanted;
  items jsonb := '[]';
  series record;
  key uuid := uuid_v7();
  note_number text;
  settled uuid[];
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO billed FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId'); END IF;
  PERFORM 1 FROM open_item WHERE invoice_id = billed.id ORDER BY id FOR UPDATE;
  PERFORM check_credit_note(input, wanted, creditable_amount(billed.id));
  FOR item IN SELECT id, least(open_amount, rest) AS amount, open_amount FROM open_item
    WHERE invoice_id = billed.id AND open_amount > 0 AND kind <> 'fee' ORDER BY due_on, instalment, id
  LOOP
    EXIT WHEN rest = 0;
    items := items || jsonb_build_object('openItemId', item.id, 'amount', least(item.open_amount, rest));
    rest := rest - least(item.open_amount, rest);
  END LOOP;
  -- What settling will lock, before the series: its lock is the last of every command.
  PERFORM 1 FROM placement WHERE invoice_id = billed.id AND closed_at IS NULL FOR UPDATE;
  PERFORM 1 FROM receivable WHERE invoice_id = billed.id FOR UPDATE;
  PERFORM 1 FROM dispute WHERE id = (input->>'disputeId')::uuid FOR UPDATE;

  SELECT * INTO series FROM take_number(billed.legal_entity_id, 'credit-note', (input->>'issuedOn')::date);
  note_number := document_number(series.prefix, series.number);
  INSERT INTO credit_note (id, series_id, series_number, number, invoice_id, dispute_id, reason, issued_on, issued_at, currency,
    net_amount, tax_amount, total_amount, issued_by, request_id)
  VALUES (key, series.series_id, series.number, note_number, billed.id, (input->>'disputeId')::uuid, input->>'reason',
    (input->>'issuedOn')::date, context_at(ctx), billed.currency, (input->>'netAmount')::bigint, (input->>'taxAmount')::bigint, wanted,
    ctx#>>'{actor,id}', (input->>'requestId')::uuid);
  -- Before it settles anything: the dispute that it names ends by this decision, not because nothing is left to argue about.
  IF input->>'disputeId' IS NOT NULL THEN
    PERFORM resolve_dispute(ctx, jsonb_build_object('disputeId', input->>'disputeId', 'resolution', 'for-customer', 'creditNoteId', key));
  END IF;
  settled := settle_open_items(ctx, jsonb_build_object('kind', 'credit-note', 'creditNoteId', key, 'bookedOn', input->>'issuedOn',
    'evidence', jsonb_build_object('reason', input->>'reason'), 'items', items), billed.currency);
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', billed.legal_entity_id, 'businessDate', input->>'issuedOn',
    'kind', 'credit-note', 'documentKind', 'credit-note', 'documentId', key, 'description', note_number, 'currency', billed.currency),
    input->'journal');
  PERFORM record_event(ctx, billed.sale_id, 'credited', jsonb_build_object('kind', 'credit-note', 'id', key, 'number', note_number,
    'amount', wanted, 'currency', billed.currency, 'workflowId', 'receivable:' || billed.id));
  RETURN jsonb_build_object('creditNoteId', key, 'number', note_number, 'allocationIds', to_jsonb(settled));
END $$;

-- Books what was decided about a receivable. Input {invoiceId, version, kind, nextStep?, nextStepAt?, outcome?,
-- promises: [{promiseId, state}], workItem?}. Answers {kind: 'stored'}, or {kind: 'changed'} when something has
-- happened since the facts of `version` were read: then nothing is booked and they are read again.
CREATE OR REPLACE FUNCTION store_next_step(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
    PERFORM end_spent_suggestions(ctx, ARRAY(SELECT id FROM open_item WHERE invoice_id = invoice_key));
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
      AND NOT EXISTS (SELECT 1 FROM work_item w WHERE w.kind = input->>'workItem' AND w.subject_id = i.id::text AND w.state = 'open');
  END IF;
  RETURN '{"kind":"stored"}';
END $$;

REVOKE EXECUTE ON FUNCTION payer_of(uuid), refresh_unapplied(jsonb, uuid, text), pays_customer(uuid, uuid, uuid[]),
  learn_account(jsonb, payment, uuid[]), forget_account(jsonb, payment, uuid), end_spent_suggestions(jsonb, uuid[]),
  how_it_ended(text), end_dispute(jsonb, dispute, jsonb), end_write_off(jsonb, write_off, jsonb),
  end_credit_note_request(jsonb, credit_note_request, jsonb), lapsed_by(jsonb), end_lost_causes(jsonb, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payer_of(uuid), refresh_unapplied(jsonb, uuid, text), pays_customer(uuid, uuid, uuid[]),
  learn_account(jsonb, payment, uuid[]), forget_account(jsonb, payment, uuid), end_spent_suggestions(jsonb, uuid[]),
  how_it_ended(text), end_dispute(jsonb, dispute, jsonb), end_write_off(jsonb, write_off, jsonb),
  end_credit_note_request(jsonb, credit_note_request, jsonb), lapsed_by(jsonb), end_lost_causes(jsonb, uuid, jsonb) TO lunas_app;
