-- Money in, and how it joins what is owed. Locks: the payment, then open items by id, the placements, the receivables.

-- Books money that has arrived, as unapplied cash. Input {source, externalId, legalEntityId, customerId?,
-- amount, currency, valueDate, businessDate, payerName?, payerAccount?, remittanceText, accountCode,
-- bankStatementLineId?, state?, accounts: {unappliedCash}}. The same (source, externalId) again answers
-- the first: {paymentId, kind: 'recorded' | 'known'}.
CREATE FUNCTION record_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  INSERT INTO payment (id, legal_entity_id, source, external_id, bank_statement_line_id, customer_id, currency, amount,
    unapplied_amount, state, value_date, received_at, payer_name, payer_account, remittance_text, account_code)
  VALUES (key, (input->>'legalEntityId')::uuid, input->>'source', input->>'externalId', (input->>'bankStatementLineId')::uuid,
    (input->>'customerId')::uuid, input->>'currency', (input->>'amount')::bigint, (input->>'amount')::bigint,
    coalesce(input->>'state', 'unapplied'), (input->>'valueDate')::date, context_at(ctx), input->>'payerName',
    input->>'payerAccount', coalesce(input->>'remittanceText', ''), input->>'accountCode')
  ON CONFLICT (source, external_id) DO NOTHING;
  IF NOT FOUND THEN
    RETURN (SELECT jsonb_build_object('paymentId', id, 'kind', 'known') FROM payment
      WHERE source = input->>'source' AND external_id = input->>'externalId');
  END IF;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', input->>'legalEntityId', 'businessDate', input->>'businessDate',
      'kind', 'payment', 'documentKind', 'payment', 'documentId', key, 'description', input->>'externalId', 'currency', input->>'currency'),
    jsonb_build_array(
      jsonb_build_object('account', input->>'accountCode', 'amount', (input->>'amount')::bigint),
      jsonb_build_object('account', input#>>'{accounts,unappliedCash}', 'amount', -(input->>'amount')::bigint,
        'customerId', input->>'customerId')));
  RETURN jsonb_build_object('paymentId', key, 'kind', 'recorded');
END $$;

-- Tells everybody who follows this invoice that its facts have changed.
CREATE FUNCTION touch_receivable(invoice_key uuid, why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE receivable SET version = version + 1 WHERE invoice_id = invoice_key;
  PERFORM poke('receivable:' || invoice_key, why);
  PERFORM poke('placement:' || id, why) FROM placement WHERE invoice_id = invoice_key AND closed_at IS NULL;
END $$;

-- Keeps an open placement in balance when part of its invoice is settled (`amount` > 0) or comes back
-- (`amount` < 0). `part` is the column that takes it: collected, paid_direct, adjusted or written_off.
-- The agency learns of everything that did not come from itself by webhook.
CREATE FUNCTION settle_placement(ctx jsonb, invoice_key uuid, part text, amount bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE placed placement%ROWTYPE;
BEGIN
  SELECT * INTO placed FROM placement WHERE invoice_id = invoice_key AND closed_at IS NULL FOR UPDATE;
  IF NOT FOUND OR placed.state = 'recalled' THEN RETURN; END IF;
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
  IF part <> 'collected' THEN
    INSERT INTO webhook_delivery (agency_id, placement_id, type, payload, created_at)
    VALUES (placed.agency_id, placed.id,
      CASE WHEN part = 'paid_direct' AND amount > 0 THEN 'placement.direct_payment' ELSE 'placement.adjusted' END,
      json_build_object('placementId', placed.id, 'placementNumber', placed.number, 'occurredAt', ctx->>'at',
        'amount', json_build_object('amount', amount::text, 'currency', trim(placed.currency)),
        'outstanding', json_build_object('amount', (placed.outstanding_amount - amount)::text, 'currency', trim(placed.currency))),
      context_at(ctx));
  END IF;
END $$;

-- Locks all that settling these open items will change, in the order of every command, so that no two of them wait
-- for each other in a circle when both settle items of several invoices.
CREATE FUNCTION lock_for_settlement(item_keys uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE invoice_keys uuid[] := ARRAY(SELECT DISTINCT invoice_id FROM open_item WHERE id = ANY (item_keys));
BEGIN
  PERFORM 1 FROM open_item WHERE id = ANY (item_keys) ORDER BY id FOR UPDATE;
  PERFORM 1 FROM placement WHERE invoice_id = ANY (invoice_keys) AND closed_at IS NULL ORDER BY id FOR UPDATE;
  PERFORM 1 FROM receivable WHERE invoice_id = ANY (invoice_keys) ORDER BY invoice_id FOR UPDATE;
END $$;

-- Joins money, credit or loss to open items. Input {kind, paymentId | creditNoteId | writeOffId | deductionId,
-- bookedOn, evidence?, items: [{openItemId, amount}]}. Not a command: the callers below post the journal.
-- Refuses: OPEN_ITEM_NOT_FOUND, ALLOCATION_EXCEEDS_OPEN, CURRENCY_MISMATCH. Answers the allocation ids.
CREATE FUNCTION settle_open_items(ctx jsonb, input jsonb, unit char(3)) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  item record;
  due open_item%ROWTYPE;
  settled uuid[] := '{}';
  key uuid;
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
  RETURN settled;
END $$;

-- Applies a payment to open items. Input {paymentId, bookedOn, items: [{openItemId, amount}], customerId?,
-- evidence?, accounts: {unappliedCash, receivables}}. Answers {allocationIds, unapplied}.
-- Refuses: PAYMENT_NOT_FOUND, PAYMENT_REVERSED, ALLOCATION_EXCEEDS_PAYMENT and those of settle_open_items.
CREATE FUNCTION allocate_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  settled := settle_open_items(ctx, input || '{"kind":"payment"}', paid.currency);
  UPDATE payment SET unapplied_amount = unapplied_amount - total,
    customer_id = coalesce(customer_id, (SELECT o.customer_id FROM allocation a JOIN open_item o ON o.id = a.open_item_id WHERE a.id = settled[1])),
    state = CASE WHEN unapplied_amount = total THEN 'applied' ELSE 'unapplied' END
  WHERE id = paid.id;
  DELETE FROM payment_suggestion WHERE payment_id = paid.id;
  UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE subject_kind = 'payment' AND subject_id = paid.id::text AND state = 'open' AND paid.unapplied_amount = total;
  FOR one IN SELECT * FROM allocation WHERE id = ANY (settled) LOOP
    PERFORM post_allocation(ctx, one, input->'accounts', paid.legal_entity_id);
  END LOOP;
  RETURN jsonb_build_object('allocationIds', to_jsonb(settled), 'unapplied', (paid.unapplied_amount - total)::text);
END $$;

CREATE FUNCTION post_allocation(ctx jsonb, one allocation, accounts jsonb, entity uuid) RETURNS void
LANGUAGE sql AS $$
  SELECT post_journal(ctx, jsonb_build_object('legalEntityId', entity, 'businessDate', one.booked_on, 'kind', 'allocation',
      'documentKind', 'allocation', 'documentId', one.id, 'description', i.number, 'currency', one.currency),
    jsonb_build_array(
      jsonb_build_object('account', accounts->>'unappliedCash', 'amount', one.amount, 'customerId', i.customer_id),
      jsonb_build_object('account', accounts->>'receivables', 'amount', -one.amount, 'storeId', i.store_id, 'customerId', i.customer_id)))
  FROM open_item o JOIN invoice i ON i.id = o.invoice_id WHERE o.id = one.open_item_id
$$;

-- Undoes one allocation of a payment; everything stands as before, the receivable lives again. Input
-- {allocationId, reversedOn, reason}. Refuses: ALLOCATION_NOT_FOUND, ALLOCATION_REVERSED, ALLOCATION_NOT_A_PAYMENT.
CREATE FUNCTION reverse_allocation(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  UPDATE payment SET unapplied_amount = unapplied_amount + one.amount, state = 'unapplied' WHERE id = paid.id;
  SELECT i.id AS invoice_id, i.sale_id, i.number INTO owed
  FROM open_item o JOIN invoice i ON i.id = o.invoice_id WHERE o.id = one.open_item_id;
  PERFORM reverse_journal(ctx, jsonb_build_object('documentKind', 'allocation', 'documentId', one.id, 'businessDate', input->>'reversedOn'));
  PERFORM settle_placement(ctx, owed.invoice_id, CASE WHEN paid.source = 'agency' THEN 'collected' ELSE 'paid_direct' END, -one.amount);
  PERFORM reopen_receivable(ctx, owed.invoice_id);
  PERFORM touch_receivable(owed.invoice_id, 'reversal');
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'unapplied-payment', 'subjectKind', 'payment', 'subjectId', paid.id,
    'customerId', paid.customer_id, 'amount', paid.unapplied_amount + one.amount, 'currency', paid.currency,
    'detail', jsonb_build_object('reason', 'allocation-reversed')));
  PERFORM record_event(ctx, owed.sale_id, 'allocation-reversed', jsonb_build_object('kind', 'allocation', 'id', one.id,
    'number', owed.number, 'amount', one.amount, 'currency', one.currency, 'workflowId', 'receivable:' || owed.invoice_id));
  RETURN jsonb_build_object('unapplied', (paid.unapplied_amount + one.amount)::text);
END $$;

-- Posts the mirror image of the entries of a document. Input {documentKind, documentId, businessDate}.
CREATE FUNCTION reverse_journal(ctx jsonb, input jsonb) RETURNS void LANGUAGE sql AS $$
  SELECT post_journal(ctx, jsonb_build_object('legalEntityId', e.legal_entity_id, 'businessDate', input->>'businessDate',
      'kind', e.kind || '-reversal', 'documentKind', e.document_kind, 'documentId', e.document_id,
      'description', e.description, 'currency', min(l.currency)),
    jsonb_agg(jsonb_build_object('account', l.account_code, 'amount', -l.amount, 'storeId', l.store_id, 'customerId', l.customer_id)
      ORDER BY l.line_number))
  FROM journal_entry e JOIN journal_line l ON l.entry_id = e.id
  WHERE e.document_kind = input->>'documentKind' AND e.document_id = (input->>'documentId')::uuid
    AND e.kind NOT LIKE '%-reversal'
  GROUP BY e.id
$$;

-- A receivable that had ended lives again, with its agency when that has the case still: its workflow is asked for
-- once more through the outbox.
CREATE FUNCTION reopen_receivable(ctx jsonb, invoice_key uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE is_placed boolean := EXISTS (SELECT 1 FROM placement
  WHERE invoice_id = invoice_key AND closed_at IS NULL AND state <> 'recalled');
BEGIN
  UPDATE receivable SET state = CASE WHEN is_placed THEN 'placed' ELSE 'open' END, outcome = NULL, closed_at = NULL
  WHERE invoice_id = invoice_key AND closed_at IS NOT NULL;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE sale_lifecycle SET stage = CASE WHEN is_placed THEN 'placed' ELSE 'collecting' END, since = context_at(ctx),
    outcome = NULL, closed_at = NULL, next_step = CASE WHEN is_placed THEN 'collection' ELSE 'payment' END
  WHERE sale_id = (SELECT sale_id FROM invoice WHERE id = invoice_key) AND closed_at IS NOT NULL;
  INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
  SELECT 'receivable', 'receivable:' || i.id, 'receivables', jsonb_build_object('invoiceId', i.id),
    jsonb_build_object('Stage', 'collecting', 'Store', s.code, 'SaleNumber', sa.number, 'Customer', c.number,
      'AmountBand', amount_band(i.total_amount))
  FROM invoice i JOIN store s ON s.id = i.store_id JOIN sale sa ON sa.id = i.sale_id JOIN customer c ON c.id = i.customer_id
  WHERE i.id = invoice_key
  ON CONFLICT (workflow_id) DO UPDATE SET started_at = NULL, run_id = NULL, attempts = 0, last_error = NULL,
    created_at = excluded.created_at;
END $$;
