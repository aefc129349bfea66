-- Books of one legal entity never hold what belongs to another: money, credit and journal lines stay inside.

-- Whose money, credit or loss the source of an allocation is. Input as settle_open_items.
CREATE FUNCTION settling_entity(input jsonb) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE input->>'kind'
    WHEN 'payment' THEN (SELECT legal_entity_id FROM payment WHERE id = (input->>'paymentId')::uuid)
    WHEN 'deduction' THEN (SELECT p.legal_entity_id FROM deduction d JOIN payment p ON p.id = d.payment_id
      WHERE d.id = (input->>'deductionId')::uuid)
    WHEN 'credit-note' THEN (SELECT i.legal_entity_id FROM credit_note c JOIN invoice i ON i.id = c.invoice_id
      WHERE c.id = (input->>'creditNoteId')::uuid)
    WHEN 'write-off' THEN (SELECT i.legal_entity_id FROM write_off w JOIN invoice i ON i.id = w.invoice_id
      WHERE w.id = (input->>'writeOffId')::uuid)
  END
$$;

-- Joins money, credit or loss to open items. Input {kind, paymentId | creditNoteId | writeOffId | deductionId,
-- bookedOn, evidence?, items: [{openItemId, amount}]}. Not a command: the callers post the journal.
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
  RETURN settled;
END $$;

-- The last line, whatever the code above does: what settles an item is of the same legal entity and currency, and a
-- credit note or a write-off settles items of its own invoice only.
CREATE FUNCTION guard_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owed record;
  source record;
BEGIN
  SELECT o.invoice_id, o.currency, i.legal_entity_id INTO owed
  FROM open_item o JOIN invoice i ON i.id = o.invoice_id WHERE o.id = NEW.open_item_id;
  SELECT s.invoice_id, s.currency, s.legal_entity_id INTO source FROM (
    SELECT NULL::uuid AS invoice_id, p.currency, p.legal_entity_id FROM payment p WHERE p.id = NEW.payment_id
    UNION ALL SELECT NULL, d.currency, p.legal_entity_id FROM deduction d JOIN payment p ON p.id = d.payment_id
      WHERE d.id = NEW.deduction_id
    UNION ALL SELECT c.invoice_id, c.currency, owed.legal_entity_id FROM credit_note c WHERE c.id = NEW.credit_note_id
    UNION ALL SELECT w.invoice_id, w.currency, owed.legal_entity_id FROM write_off w WHERE w.id = NEW.write_off_id) s;
  IF source.legal_entity_id IS DISTINCT FROM owed.legal_entity_id OR coalesce(source.invoice_id, owed.invoice_id) <> owed.invoice_id THEN
    RAISE EXCEPTION 'an allocation joins what belongs to different books';
  ELSIF (NEW.currency, NEW.currency) IS DISTINCT FROM (owed.currency, source.currency) THEN
    RAISE EXCEPTION 'an allocation joins different currencies';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER allocation_in_one_book BEFORE INSERT OR UPDATE OF open_item_id, payment_id, credit_note_id, write_off_id,
  deduction_id, currency ON allocation FOR EACH ROW EXECUTE FUNCTION guard_allocation();

-- Posts one balanced entry. `entry`: {legalEntityId, businessDate, kind, documentKind, documentId,
-- description, currency}; `lines`: [{account, amount, storeId?, customerId?}], amount signed, debit
-- positive; zero lines are left out. The same (documentKind, documentId, kind) is posted once.
-- SECURITY DEFINER: the processes cannot write the journal in any other way.
CREATE OR REPLACE FUNCTION post_journal(ctx jsonb, entry jsonb, lines jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry_id uuid := uuid_v7();
  difference numeric;
  moved int;
BEGIN
  SELECT coalesce(sum((l->>'amount')::bigint), 0), count(*) FILTER (WHERE (l->>'amount')::bigint <> 0)
  INTO difference, moved FROM jsonb_array_elements(lines) l;
  IF difference <> 0 THEN
    RAISE EXCEPTION 'journal entry of % % is out of balance by %', entry->>'documentKind', entry->>'documentId', difference;
  END IF;
  IF moved = 0 THEN RETURN NULL; END IF;
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(lines) l JOIN store s ON s.id = (l->>'storeId')::uuid
      WHERE s.legal_entity_id <> (entry->>'legalEntityId')::uuid) THEN
    RAISE EXCEPTION 'journal entry of % % names a store of another legal entity', entry->>'documentKind', entry->>'documentId';
  END IF;

  INSERT INTO journal_entry (id, legal_entity_id, business_date, kind, document_kind, document_id, description, at)
  VALUES (entry_id, (entry->>'legalEntityId')::uuid,
    posting_day((entry->>'legalEntityId')::uuid, (entry->>'businessDate')::date),
    entry->>'kind', entry->>'documentKind', (entry->>'documentId')::uuid, entry->>'description', context_at(ctx))
  ON CONFLICT (document_kind, document_id, kind) DO NOTHING;
  IF NOT FOUND THEN RETURN NULL; END IF;

  INSERT INTO journal_line (entry_id, line_number, account_code, store_id, customer_id, amount, currency)
  SELECT entry_id, n, l->>'account', (l->>'storeId')::uuid, (l->>'customerId')::uuid,
    (l->>'amount')::bigint, entry->>'currency'
  FROM jsonb_array_elements(lines) WITH ORDINALITY AS x(l, n)
  WHERE (l->>'amount')::bigint <> 0;
  RETURN entry_id;
END $$;

-- ------------------------------------------------------------------ what agencies remit

-- The net of a remittance has arrived: the payment is no customer's, agency clearing is even again. Input
-- {remittanceId, paymentId, businessDate, accounts: {unappliedCash, agencyClearing}}. Refuses: REMITTANCE_NOT_FOUND,
-- REMITTANCE_SETTLED, PAYMENT_NOT_FOUND, PAYMENT_REVERSED, LEGAL_ENTITY_MISMATCH, REMITTANCE_AMOUNT_DIFFERS.
CREATE OR REPLACE FUNCTION settle_remittance(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  IF remittance_entity(owed.id) IS DISTINCT FROM paid.legal_entity_id THEN
    PERFORM refuse('LEGAL_ENTITY_MISMATCH', 'The payment came in on an account of another legal entity.', 'paymentId');
  END IF;
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

-- Looks whether a payment is the net of a remittance to the same legal entity: the same amount, and its number in the
-- text (letters and digits only, so that a bank that drops a slash does no harm). Input as settle_remittance without
-- remittanceId. Answers {kind: 'settled', remittanceId} or {kind: 'none'}; two that fit are left to a person.
CREATE OR REPLACE FUNCTION match_remittance(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE found_ones uuid[];
BEGIN
  SELECT array_agg(r.id) INTO found_ones FROM payment p JOIN remittance r ON r.state = 'reported' AND r.currency = p.currency
    AND r.net_amount = p.unapplied_amount AND remittance_entity(r.id) = p.legal_entity_id
    AND position(regexp_replace(upper(r.number), '[^A-Z0-9]', '', 'g') IN regexp_replace(upper(p.remittance_text), '[^A-Z0-9]', '', 'g')) > 0
  WHERE p.id = (input->>'paymentId')::uuid AND p.state <> 'reversed';
  IF coalesce(array_length(found_ones, 1), 0) <> 1 THEN RETURN '{"kind":"none"}'; END IF;
  PERFORM settle_remittance(ctx, input || jsonb_build_object('remittanceId', found_ones[1]));
  RETURN jsonb_build_object('kind', 'settled', 'remittanceId', found_ones[1]);
END $$;

REVOKE EXECUTE ON FUNCTION settling_entity(jsonb), guard_allocation() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settling_entity(jsonb), guard_allocation() TO lunas_app;
