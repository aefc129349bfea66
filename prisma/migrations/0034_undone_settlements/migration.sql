-- What is undone leaves everything as it was before: promises, the cases of agencies, credit lines; and no way around the
-- second person.

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

-- A promise that was judged, or ended with its receivable, after this money came: it runs again and is judged anew.
CREATE FUNCTION reopen_promises(ctx jsonb, invoice_key uuid, since timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE reopened record;
BEGIN
  FOR reopened IN
    UPDATE promise_to_pay p SET state = 'open', decided_at = NULL FROM receivable r
    WHERE p.invoice_id = invoice_key AND r.invoice_id = invoice_key
      AND (p.state = 'kept' AND p.decided_at >= since OR p.state = 'withdrawn' AND p.decided_at = r.closed_at)
    RETURNING p.id, p.amount, p.promised_for
  LOOP
    PERFORM record_event(ctx, i.sale_id, 'promise-reopened', jsonb_build_object('kind', 'promise', 'id', reopened.id,
        'number', i.number, 'amount', reopened.amount, 'currency', i.currency, 'workflowId', 'receivable:' || i.id,
        'detail', jsonb_build_object('promisedFor', reopened.promised_for)))
    FROM invoice i WHERE i.id = invoice_key;
  END LOOP;
END $$;

-- Undoes one allocation of a payment; everything stands as before, the receivable lives again. Input
-- {allocationId, reversedOn, reason}. Refuses: ALLOCATION_NOT_FOUND, ALLOCATION_REVERSED, ALLOCATION_NOT_A_PAYMENT.
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
  UPDATE payment SET unapplied_amount = unapplied_amount + one.amount, state = 'unapplied' WHERE id = paid.id;
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
    'customerId', paid.customer_id, 'amount', paid.unapplied_amount + one.amount, 'currency', paid.currency,
    'detail', jsonb_build_object('reason', 'allocation-reversed')));
  PERFORM record_event(ctx, owed.sale_id, 'allocation-reversed', jsonb_build_object('kind', 'allocation', 'id', one.id,
    'number', owed.number, 'amount', one.amount, 'currency', one.currency, 'workflowId', 'receivable:' || owed.invoice_id));
  RETURN jsonb_build_object('unapplied', (paid.unapplied_amount + one.amount)::text);
END $$;

-- How a letter ended. Input {noticeId, outcome: 'sent' | 'failed', failure?, accounts: {receivables, dunningFees}}.
-- Levels rise and fees are charged (once per invoice and level) when it was sent, but not on an invoice whose payment has
-- crossed with it; a letter that did not arrive
-- holds the customer's reminders until a person has found another way. Again: nothing.
CREATE OR REPLACE FUNCTION close_notice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  PERFORM lock_for_settlement(ARRAY(SELECT o.id FROM open_item o JOIN dunning_notice_item x USING (invoice_id)
    WHERE x.notice_id = letter.id));
  FOR line IN
    SELECT x.invoice_id, x.level, x.open_amount, notice_fee(c.segment, letter.currency, x.level) AS fee
    FROM dunning_notice_item x JOIN customer c ON c.id = letter.customer_id WHERE x.notice_id = letter.id ORDER BY x.invoice_id
  LOOP
    UPDATE receivable SET dunning_level = line.level, last_notice_on = letter.business_day
    WHERE invoice_id = line.invoice_id AND dunning_level = line.level - 1;
    IF line.fee > 0 AND EXISTS (SELECT 1 FROM open_item o JOIN receivable r USING (invoice_id)
        WHERE o.invoice_id = line.invoice_id AND o.open_amount > 0 AND r.closed_at IS NULL) THEN
      PERFORM charge_fee(ctx, letter, jsonb_build_object('invoiceId', line.invoice_id, 'level', line.level,
        'fee', line.fee, 'accounts', input->'accounts'));
    END IF;
    PERFORM note_receivable(ctx, line.invoice_id, 'reminded', jsonb_build_object('kind', 'notice', 'id', letter.id,
      'amount', line.open_amount, 'detail', jsonb_build_object('level', line.level)));
  END LOOP;
  RETURN '{"kind":"sent"}';
END $$;

-- A fee is a receivable of its own, once per invoice and level; an agency that has the invoice collects it too.
CREATE OR REPLACE FUNCTION charge_fee(ctx jsonb, letter dunning_notice, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
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
  PERFORM settle_placement(ctx, billed.id, 'adjusted', -(given->>'fee')::bigint);
END $$;

-- What a customer owes or is about to, in the currency of the credit line (the customer's own, when there is none): open
-- items and sales on account that are not invoiced yet. Amounts of different currencies do not add up.
CREATE OR REPLACE FUNCTION credit_exposure(customer uuid, OUT open_amount bigint, OUT uninvoiced_amount bigint, OUT overdue_since date)
LANGUAGE sql STABLE AS $$
  SELECT
    coalesce((SELECT sum(o.open_amount) FROM open_item o WHERE o.customer_id = customer AND o.open_amount > 0
      AND o.currency = u.unit), 0)::bigint,
    coalesce((SELECT sum(s.on_account_amount) FROM sale_lifecycle l JOIN sale s ON s.id = l.sale_id
      WHERE l.customer_id = customer AND l.closed_at IS NULL AND s.on_account_amount > 0 AND s.currency = u.unit
        AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.sale_id = s.id)), 0)::bigint,
    (SELECT min(o.due_on) FROM open_item o WHERE o.customer_id = customer AND o.open_amount > 0)
  FROM (SELECT coalesce((SELECT currency FROM customer_credit WHERE customer_id = customer),
    (SELECT currency FROM customer WHERE id = credit_exposure.customer)) AS unit) u
$$;

-- New exposure is refused online, also in a currency that was not granted (CREDIT_EXCEEDED, CUSTOMER_BLOCKED); a sale that has already happened
-- is booked and reported. Returns the exceptions.
CREATE OR REPLACE FUNCTION check_credit(input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  customer uuid := (input->>'customerId')::uuid;
  wanted bigint := (input#>>'{totals,onAccount}')::bigint;
  online boolean := input->>'mode' = 'online';
  credit customer_credit%ROWTYPE;
  exposure record;
BEGIN
  IF wanted = 0 THEN RETURN '[]'; END IF;
  SELECT * INTO credit FROM customer_credit WHERE customer_id = customer FOR UPDATE;
  IF NOT FOUND OR credit.status <> 'open' OR credit.currency <> input->>'currency' THEN
    IF online THEN PERFORM refuse('CUSTOMER_BLOCKED', 'The customer may not buy on account.', 'customer'); END IF;
    RETURN jsonb_build_array(jsonb_build_object('kind', 'customer-blocked', 'detail', 'no open credit line'));
  END IF;
  SELECT * INTO exposure FROM credit_exposure(customer);
  IF exposure.open_amount + exposure.uninvoiced_amount + wanted <= credit.limit_amount THEN RETURN '[]'; END IF;
  IF online THEN
    PERFORM refuse('CREDIT_EXCEEDED', format('The sale needs %s; %s of the limit of %s is used.', wanted,
      exposure.open_amount + exposure.uninvoiced_amount, credit.limit_amount), 'tenders');
  END IF;
  RETURN jsonb_build_array(jsonb_build_object('kind', 'credit-exceeded', 'detail',
    format('%s used of %s', exposure.open_amount + exposure.uninvoiced_amount + wanted, credit.limit_amount)));
END $$;

-- What a payer kept back and we bear (a fee, a discount, a rounding) is given up by one person up to what one person may
-- credit; more is credited by two. Tax that was withheld is not given up. Refuses: DEDUCTION_ABOVE_LIMIT.
CREATE FUNCTION guard_deduction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  limit_amount bigint;
  used_amount bigint;
BEGIN
  SELECT e.credit_note_limit_amount INTO limit_amount FROM payment p JOIN legal_entity e ON e.id = p.legal_entity_id
  WHERE p.id = NEW.payment_id AND e.currency = NEW.currency;
  IF NEW.reason = 'withholdingTax' OR limit_amount IS NULL THEN RETURN NEW; END IF;
  SELECT coalesce(sum(amount), 0) INTO used_amount FROM deduction
  WHERE payment_id = NEW.payment_id AND reason <> 'withholdingTax' AND state <> 'reversed';
  IF used_amount + NEW.amount > limit_amount THEN
    PERFORM refuse('DEDUCTION_ABOVE_LIMIT', 'More than one person may give up: credit the invoice, which a second person approves.',
      'deductions');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deduction_by_one BEFORE INSERT ON deduction FOR EACH ROW EXECUTE FUNCTION guard_deduction();

REVOKE EXECUTE ON FUNCTION reopen_promises(jsonb, uuid, timestamptz), guard_deduction() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reopen_promises(jsonb, uuid, timestamptz), guard_deduction() TO lunas_app;
