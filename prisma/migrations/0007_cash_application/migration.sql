-- Money in: what a bank file becomes, reversals, credit notes, and the letters that go with an invoice.

-- ------------------------------------------------------------------ letters, each sent once

ALTER TABLE mail_message ADD CONSTRAINT mail_message_state CHECK (state IN
  ('waiting', 'sending', 'sent', 'failed', 'unconfirmed'));

-- Puts a letter before a person.
CREATE FUNCTION report_letter(ctx jsonb, letter mail_message, item_kind text) RETURNS void LANGUAGE sql AS $$
  SELECT open_work_item(ctx, jsonb_build_object('kind', item_kind, 'subjectKind', 'mail', 'subjectId', letter.id,
    'customerId', letter.customer_id, 'detail', jsonb_build_object('businessKey', letter.business_key, 'kind', letter.kind,
      'recipient', letter.recipient, 'invoiceId', letter.invoice_id, 'noticeId', letter.notice_id, 'failure', letter.failure)))
$$;

-- Finds or makes the row of a letter. Input {businessKey, messageId, kind, recipient, language, subject, customerId?,
-- invoiceId?, noticeId?, leaseMs}. Answers {state, attempts, messageId}. A refused letter waits again when it has
-- another address now. A letter whose attempt broke off after the hand-over had begun may have arrived: when its
-- lease (machine time) is over it is 'unconfirmed' and put before a person, for it must not arrive twice.
CREATE FUNCTION open_letter(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE letter mail_message%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  INSERT INTO mail_message (business_key, message_id, kind, customer_id, invoice_id, notice_id, recipient, language, subject,
    state, created_at)
  VALUES (input->>'businessKey', input->>'messageId', input->>'kind', (input->>'customerId')::uuid, (input->>'invoiceId')::uuid,
    (input->>'noticeId')::uuid, input->>'recipient', input->>'language', input->>'subject', 'waiting', context_at(ctx))
  ON CONFLICT (business_key) DO NOTHING;
  SELECT * INTO letter FROM mail_message WHERE business_key = input->>'businessKey' FOR UPDATE;
  IF letter.state = 'failed' AND letter.recipient <> input->>'recipient' THEN
    UPDATE mail_message SET state = 'waiting', recipient = input->>'recipient', attempts = 0, failure = NULL
    WHERE id = letter.id RETURNING * INTO letter;
  ELSIF letter.state = 'sending'
    AND letter.attempted_at < clock_timestamp() - (input->>'leaseMs')::int * interval '1 millisecond' THEN
    UPDATE mail_message SET state = 'unconfirmed', failure = 'the attempt broke off while the letter was handed over'
    WHERE id = letter.id RETURNING * INTO letter;
    PERFORM report_letter(ctx, letter, 'mail-unconfirmed');
  END IF;
  RETURN jsonb_build_object('state', letter.state, 'attempts', letter.attempts, 'messageId', letter.message_id);
END $$;

-- The last moment before a letter is out of our hands; exactly one attempt gets {claimed: true}. Input {businessKey}.
CREATE FUNCTION claim_letter(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE mail_message SET state = 'sending', attempted_at = clock_timestamp()
  WHERE business_key = input->>'businessKey' AND state = 'waiting';
  RETURN jsonb_build_object('claimed', FOUND);
END $$;

-- How an attempt ended. Input {businessKey, state: sent | waiting | failed | unconfirmed, failure?}. A letter that was
-- sent stays sent. What will not arrive, or may not have, is put before a person.
CREATE FUNCTION end_attempt(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE letter mail_message%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE mail_message SET state = input->>'state', failure = input->>'failure', attempts = attempts + 1,
    sent_at = CASE WHEN input->>'state' = 'sent' THEN context_at(ctx) END
  WHERE business_key = input->>'businessKey' AND state IN ('waiting', 'sending')
  RETURNING * INTO letter;
  IF NOT FOUND THEN RETURN '{"recorded":false}'; END IF;
  CASE letter.state
    WHEN 'failed' THEN PERFORM report_letter(ctx, letter, 'mail-undeliverable');
    WHEN 'unconfirmed' THEN PERFORM report_letter(ctx, letter, 'mail-unconfirmed');
    WHEN 'sent' THEN
      UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
      WHERE kind = 'mail-undeliverable' AND subject_id = letter.id::text AND state = 'open';
      PERFORM record_event(ctx, i.sale_id, 'invoice-mailed', jsonb_build_object('kind', 'invoice', 'id', i.id, 'number', i.number,
        'workflowId', 'receivable:' || i.id)) FROM invoice i WHERE i.id = letter.invoice_id AND letter.kind = 'invoice';
    ELSE NULL;
  END CASE;
  RETURN jsonb_build_object('recorded', true);
END $$;

-- ------------------------------------------------------------------ what a bank sent

-- A line is booked once, in whichever file it came first. Repeated lines of overlapping files are kept and shown, and
-- what a bank announces before it books it must not stand in the way of the booking.
DROP INDEX IF EXISTS bank_statement_line_once;
CREATE UNIQUE INDEX bank_statement_line_once ON bank_statement_line (bank_account_id, fingerprint)
  WHERE outcome NOT IN ('duplicate', 'pending', 'information');
CREATE INDEX bank_statement_line_new ON bank_statement_line (statement_id) WHERE outcome = 'new';
ALTER TABLE bank_statement_line ADD CONSTRAINT bank_statement_line_outcome CHECK (outcome IN
  ('new', 'pending', 'information', 'duplicate', 'booked', 'suggested', 'held', 'unmatched', 'remittance',
   'reversal', 'reversal-unclear', 'not-a-customer-payment'));

-- A file that could not be understood: nothing of it is booked, its bytes stay, a person is told. Input {statementId,
-- code, detail, place?}.
CREATE FUNCTION refuse_statement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement SET state = 'refused', refusal_code = input->>'code', refusal_detail = input->>'detail',
    refusal_place = input->>'place'
  WHERE id = (input->>'statementId')::uuid AND state = 'received';
  IF FOUND THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'bank-statement-refused', 'subjectKind', 'bank-statement',
      'subjectId', input->>'statementId', 'detail', input - 'statementId'));
  END IF;
  RETURN jsonb_build_object('refused', FOUND);
END $$;

-- Keeps lines of a file that is being read. Input {statementId, lines: [{bankAccountId, position, place, status,
-- bookingDate, valueDate, amount, currency, bankReference?, endToEndReference?, creditorReference?, payerName?,
-- payerAccount?, remittanceText, transactionCode?, reversal, occurrence, fingerprint, details?}]}. The same position
-- again: nothing. The account stays locked, so that two files with the same line cannot both find it new.
CREATE FUNCTION store_bank_lines(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  statement uuid := (input->>'statementId')::uuid;
  stored int;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM bank_account WHERE id IN (SELECT (l->>'bankAccountId')::uuid FROM jsonb_array_elements(input->'lines') l)
  ORDER BY id FOR UPDATE;
  INSERT INTO bank_statement_line (statement_id, bank_account_id, position, place, booking_date, value_date, amount, currency,
    bank_reference, end_to_end_reference, creditor_reference, payer_name, payer_account, remittance_text, transaction_code,
    reversal, occurrence, fingerprint, details, outcome)
  SELECT statement, l."bankAccountId", l.position, l.place, l."bookingDate", l."valueDate", l.amount, l.currency,
    l."bankReference", l."endToEndReference", l."creditorReference", l."payerName", l."payerAccount", l."remittanceText",
    l."transactionCode", l.reversal, l.occurrence, decode(l.fingerprint, 'hex'), l.details,
    CASE WHEN l.status <> 'booked' THEN l.status
      WHEN EXISTS (SELECT 1 FROM bank_statement_line k WHERE k.bank_account_id = l."bankAccountId"
        AND k.fingerprint = decode(l.fingerprint, 'hex') AND k.outcome NOT IN ('duplicate', 'pending', 'information'))
      THEN 'duplicate' ELSE 'new' END
  FROM jsonb_to_recordset(input->'lines') AS l("bankAccountId" uuid, position int, place text, status text, "bookingDate" date,
    "valueDate" date, amount bigint, currency text, "bankReference" text, "endToEndReference" text, "creditorReference" text,
    "payerName" text, "payerAccount" text, "remittanceText" text, "transactionCode" text, reversal boolean, occurrence int,
    fingerprint text, details jsonb)
  WHERE EXISTS (SELECT 1 FROM bank_statement b WHERE b.id = statement AND b.state = 'received')
  ON CONFLICT (statement_id, position) DO NOTHING;
  GET DIAGNOSTICS stored = ROW_COUNT;
  RETURN jsonb_build_object('stored', stored);
END $$;

-- ------------------------------------------------------------------ finding what a payment pays

-- A number of ours as the matcher compares it: no case, no separators, look-alike letters as digits. The same as
-- domain/matching; a test holds them equal.
CREATE FUNCTION reference_key(number text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(regexp_replace(upper(number), '[^0-9A-Z]', '', 'g'), 'OILSBZ', '011582')
$$;
CREATE INDEX invoice_reference_key ON invoice (reference_key(number));

-- An account number in the one form that aliases are kept and compared in (the same as domain/statement).
CREATE FUNCTION alias_value(account text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(regexp_replace(upper(account), '[^0-9A-Z]', '', 'g'), '')
$$;
CREATE INDEX customer_alias_account ON customer_alias (value) WHERE kind = 'account' AND revoked_at IS NULL;

-- ------------------------------------------------------------------ what a bank line becomes

-- Money that the matcher did not dare to book is offered to a person. `finding` is {kind: 'suggest' | 'hold' | 'none',
-- customerId?, reasons, suggestions: [{kind, items, reasons, equation}]}. Whoever follows an invoice that the money may be
-- for is told: nobody is reminded of what may be paid.
CREATE FUNCTION offer_payment(ctx jsonb, payment_key uuid, finding jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment SET customer_id = (finding->>'customerId')::uuid,
    state = CASE finding->>'kind' WHEN 'suggest' THEN 'suggested' WHEN 'hold' THEN 'held' ELSE 'unapplied' END
  WHERE id = payment_key;
  INSERT INTO payment_suggestion (payment_id, rank, kind, items, reasons, equation, created_at)
  SELECT payment_key, n, s->>'kind', s->'items', s->'reasons', s->>'equation', context_at(ctx)
  FROM jsonb_array_elements(finding->'suggestions') WITH ORDINALITY AS x(s, n);
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'unapplied-payment', 'subjectKind', 'payment', 'subjectId', p.id,
      'customerId', p.customer_id, 'amount', p.unapplied_amount, 'currency', p.currency,
      'detail', jsonb_build_object('finding', finding->>'kind', 'reasons', finding->'reasons', 'payerName', p.payer_name,
        'suggestions', jsonb_array_length(finding->'suggestions'))))
  FROM payment p WHERE p.id = payment_key;
  PERFORM touch_receivable(i.id, 'suspected-payment') FROM (
    SELECT DISTINCT (i->>'invoiceId')::uuid AS id FROM jsonb_array_elements(finding->'suggestions') s, jsonb_array_elements(s->'items') i
    ORDER BY 1) i;
END $$;

-- Books one credit line of a bank: its payments, and for each what the matcher found. All or nothing; a line that is
-- not new any more stays as it is. Input {lineId, bookedOn, outcome, outcomeDetail?, accounts: {unappliedCash, receivables,
-- agencyClearing}, payments: [{externalId, amount, payerName?, payerAccount?, remittanceText, finding}]}; a finding of kind
-- 'book' is {kind, items: [{openItemId, amount}], evidence}, the others as in offer_payment. Answers {kind: 'booked' |
-- 'known', outcome}. Refuses what allocate_payment refuses: the books have changed, look again.
CREATE FUNCTION book_bank_line(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  line bank_statement_line%ROWTYPE;
  account bank_account%ROWTYPE;
  one jsonb;
  paid uuid;
  result text := input->>'outcome';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO line FROM bank_statement_line WHERE id = (input->>'lineId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('BANK_LINE_NOT_FOUND', 'There is no such bank line.', 'lineId'); END IF;
  IF line.outcome <> 'new' THEN RETURN jsonb_build_object('kind', 'known', 'outcome', line.outcome); END IF;
  SELECT * INTO account FROM bank_account WHERE id = line.bank_account_id;
  FOR one IN SELECT value FROM jsonb_array_elements(input->'payments') LOOP
    paid := (record_payment(ctx, one - 'finding' || jsonb_build_object('source', 'bank', 'legalEntityId', account.legal_entity_id,
      'currency', line.currency, 'valueDate', line.value_date, 'businessDate', line.booking_date, 'accountCode', account.account_code,
      'bankStatementLineId', line.id, 'accounts', input->'accounts'))->>'paymentId')::uuid;
    IF one#>>'{finding,kind}' = 'book' THEN
      PERFORM allocate_payment(ctx, jsonb_build_object('paymentId', paid, 'bookedOn', input->>'bookedOn', 'accounts', input->'accounts',
        'items', one#>'{finding,items}', 'evidence', one#>'{finding,evidence}'));
    ELSIF match_remittance(ctx, jsonb_build_object('paymentId', paid, 'businessDate', input->>'bookedOn', 'accounts', input->'accounts'))
        ->>'kind' = 'settled' THEN
      result := 'remittance';
    ELSE
      PERFORM offer_payment(ctx, paid, one->'finding');
    END IF;
  END LOOP;
  UPDATE bank_statement_line SET outcome = result, outcome_detail = input->'outcomeDetail' WHERE id = line.id;
  RETURN jsonb_build_object('kind', 'booked', 'outcome', result);
END $$;

-- Sets aside a line that is no payment of a customer: a fee, a transfer out, a reversal of unclear meaning. Input {lineId,
-- outcome, outcomeDetail?, workItem}. A line that is not new any more stays as it is.
CREATE FUNCTION set_line_aside(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE line bank_statement_line%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement_line SET outcome = input->>'outcome', outcome_detail = input->'outcomeDetail'
  WHERE id = (input->>'lineId')::uuid AND outcome = 'new' RETURNING * INTO line;
  IF NOT FOUND THEN RETURN '{"kind":"known"}'; END IF;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', input->>'workItem', 'subjectKind', 'bank-line', 'subjectId', line.id,
    'amount', line.amount, 'currency', line.currency, 'detail', jsonb_build_object('bookingDate', line.booking_date,
      'text', line.remittance_text, 'statementId', line.statement_id, 'finding', input->'outcomeDetail')));
  RETURN jsonb_build_object('kind', 'booked', 'outcome', line.outcome);
END $$;

-- Every line of the file has its outcome. Input {statementId}.
CREATE FUNCTION conclude_statement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement s SET state = 'booked', booked_at = context_at(ctx)
  WHERE s.id = (input->>'statementId')::uuid AND s.state = 'read'
    AND NOT EXISTS (SELECT 1 FROM bank_statement_line l WHERE l.statement_id = s.id AND l.outcome = 'new');
  RETURN jsonb_build_object('concluded', FOUND);
END $$;

-- ------------------------------------------------------------------ undo

-- Takes back one deduction from one open item. Not a command: the caller holds the payment.
CREATE FUNCTION undo_deduction(ctx jsonb, one allocation, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM open_item WHERE id = one.open_item_id FOR UPDATE;
  UPDATE allocation SET reversed_at = context_at(ctx), reversed_on = (input->>'reversedOn')::date,
    reversed_by = ctx#>>'{actor,id}', reversal_reason = input->>'reason'
  WHERE id = one.id AND reversed_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('ALLOCATION_REVERSED', 'The allocation was undone before.', 'allocationId'); END IF;
  UPDATE open_item SET open_amount = open_amount + one.amount WHERE id = one.open_item_id;
  UPDATE deduction SET state = 'reversed' WHERE id = one.deduction_id;
  UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE subject_kind = 'deduction' AND subject_id = one.deduction_id::text AND state = 'open';
  PERFORM reverse_journal(ctx, jsonb_build_object('documentKind', 'allocation', 'documentId', one.id, 'businessDate', input->>'reversedOn'));
  PERFORM settle_placement(ctx, o.invoice_id, 'adjusted', -one.amount), reopen_receivable(ctx, o.invoice_id),
    touch_receivable(o.invoice_id, 'reversal'),
    record_event(ctx, i.sale_id, 'allocation-reversed', jsonb_build_object('kind', 'allocation', 'id', one.id,
      'number', i.number, 'amount', one.amount, 'currency', one.currency, 'workflowId', 'receivable:' || i.id))
  FROM open_item o JOIN invoice i ON i.id = o.invoice_id WHERE o.id = one.open_item_id;
END $$;

-- Undoes one allocation of a payment and with it what was deducted from the same item; or one deduction alone. Input
-- {allocationId, reversedOn, reason}. What a person undoes, the payer's account is no sign of the customer any more.
-- Refuses: ALLOCATION_NOT_FOUND, ALLOCATION_REVERSED, ALLOCATION_NOT_A_PAYMENT.
CREATE FUNCTION reverse_settlement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  UPDATE customer_alias SET confirmations = confirmations - 1,
    revoked_at = CASE WHEN confirmations <= 1 THEN context_at(ctx) ELSE revoked_at END
  WHERE kind = 'account' AND value = alias_value(paid.payer_account)
    AND customer_id = (SELECT customer_id FROM open_item WHERE id = one.open_item_id) AND confirmations > 0;
  RETURN jsonb_build_object('unapplied', (paid.unapplied_amount + one.amount)::text);
END $$;

-- The bank took a payment back: everything it settled is open again, the money is gone, the journal mirrors it. Input
-- {paymentId, reversedOn, reason}. Refuses: PAYMENT_NOT_FOUND, PAYMENT_REVERSED, PAYMENT_IS_REMITTANCE.
CREATE FUNCTION reverse_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  paid payment%ROWTYPE;
  one allocation%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO paid FROM payment WHERE id = (input->>'paymentId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('PAYMENT_NOT_FOUND', 'There is no such payment.', 'paymentId'); END IF;
  IF paid.state = 'reversed' THEN PERFORM refuse('PAYMENT_REVERSED', 'The payment was taken back before.', 'paymentId'); END IF;
  IF EXISTS (SELECT 1 FROM remittance WHERE payment_id = paid.id) THEN
    PERFORM refuse('PAYMENT_IS_REMITTANCE', 'The payment settles a remittance of an agency.', 'paymentId');
  END IF;
  PERFORM lock_for_settlement(ARRAY(SELECT a.open_item_id FROM allocation a LEFT JOIN deduction d ON d.id = a.deduction_id
    WHERE (a.payment_id = paid.id OR d.payment_id = paid.id) AND a.reversed_at IS NULL));
  FOR one IN SELECT a.* FROM allocation a LEFT JOIN deduction d ON d.id = a.deduction_id
    WHERE (a.payment_id = paid.id OR d.payment_id = paid.id) AND a.reversed_at IS NULL ORDER BY a.open_item_id, a.id
  LOOP
    IF one.kind = 'deduction' THEN
      PERFORM undo_deduction(ctx, one, input);
    ELSE
      PERFORM reverse_allocation(ctx, input || jsonb_build_object('allocationId', one.id));
    END IF;
  END LOOP;
  UPDATE payment SET state = 'reversed', unapplied_amount = 0, reversed_at = context_at(ctx) WHERE id = paid.id;
  DELETE FROM payment_suggestion WHERE payment_id = paid.id;
  UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE subject_kind = 'payment' AND subject_id = paid.id::text AND state = 'open';
  PERFORM reverse_journal(ctx, jsonb_build_object('documentKind', 'payment', 'documentId', paid.id, 'businessDate', input->>'reversedOn'));
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'payment-reversed', 'subjectKind', 'payment', 'subjectId', paid.id,
    'customerId', paid.customer_id, 'amount', paid.amount, 'currency', paid.currency, 'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN '{"reversed":true}';
END $$;

-- Books the bank's line that takes a payment back. Input {lineId, paymentId, reversedOn, outcomeDetail}. A line that is
-- not new any more stays as it is. Refuses what reverse_payment refuses.
CREATE FUNCTION book_reversal_line(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE line bank_statement_line%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO line FROM bank_statement_line WHERE id = (input->>'lineId')::uuid FOR UPDATE;
  IF line.outcome <> 'new' THEN RETURN '{"kind":"known"}'; END IF;
  PERFORM reverse_payment(ctx, jsonb_build_object('paymentId', input->>'paymentId', 'reversedOn', input->>'reversedOn',
    'reason', 'the bank took it back: ' || line.remittance_text));
  UPDATE bank_statement_line SET outcome = 'reversal', outcome_detail = input->'outcomeDetail' WHERE id = line.id;
  RETURN '{"kind":"booked"}';
END $$;

-- ------------------------------------------------------------------ what a person does

-- Applies a payment by hand, with what the payer kept back. Input as allocate_payment, and deductions: [{openItemId, kind,
-- amount, account, documentReference?}]. The payer's account becomes a sign of the customer. Answers {allocationIds,
-- deductionIds, unapplied}. Refuses what allocate_payment and settle_open_items refuse.
CREATE FUNCTION apply_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  -- Whom the matcher suspected is no fact: the customer is the one whose item is paid first.
  UPDATE payment SET customer_id = NULL WHERE id = paid.id AND unapplied_amount = amount;
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
  INSERT INTO customer_alias AS known (customer_id, kind, value, confirmations, created_at)
  SELECT p.customer_id, 'account', alias_value(p.payer_account), 1, context_at(ctx)
  FROM payment p WHERE p.id = paid.id AND alias_value(p.payer_account) IS NOT NULL AND p.customer_id IS NOT NULL
  ON CONFLICT (kind, value, customer_id) DO UPDATE SET confirmations = known.confirmations + 1, revoked_at = NULL;
  RETURN answer || jsonb_build_object('deductionIds', deductions);
END $$;

-- What the payer kept back settles the item at our cost (or, for tax, at the tax office's).
CREATE FUNCTION post_deduction(ctx jsonb, allocation_key uuid, account text, receivables text) RETURNS void LANGUAGE sql AS $$
  SELECT post_journal(ctx, jsonb_build_object('legalEntityId', i.legal_entity_id, 'businessDate', a.booked_on, 'kind', 'deduction',
      'documentKind', 'allocation', 'documentId', a.id, 'description', i.number, 'currency', a.currency),
    jsonb_build_array(
      jsonb_build_object('account', account, 'amount', a.amount, 'storeId', i.store_id, 'customerId', i.customer_id),
      jsonb_build_object('account', receivables, 'amount', -a.amount, 'storeId', i.store_id, 'customerId', i.customer_id)))
  FROM allocation a JOIN open_item o ON o.id = a.open_item_id JOIN invoice i ON i.id = o.invoice_id WHERE a.id = allocation_key
$$;

-- Credits part of an invoice: a document of its own, with a gapless number and a check digit, never above what is open.
-- Input {invoiceId, netAmount, taxAmount, reason, issuedOn, disputeId?, journal}; `journal` comes from domain/ledger. What is
-- oldest is settled first. A dispute that is named is settled for the customer. Answers {creditNoteId, number, allocationIds}.
-- Refuses: INVOICE_NOT_FOUND, CREDIT_EXCEEDS_OPEN, DISPUTE_NOT_FOUND, DISPUTE_RESOLVED.
CREATE FUNCTION issue_credit_note(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  billed invoice%ROWTYPE;
  item record;
  wanted bigint := (input->>'netAmount')::bigint + (input->>'taxAmount')::bigint;
  rest bigint := wanted;
  due bigint;
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
  SELECT coalesce(sum(open_amount), 0) INTO due FROM open_item WHERE invoice_id = billed.id;
  IF wanted <= 0 OR wanted > due THEN
    PERFORM refuse('CREDIT_EXCEEDS_OPEN', format('%s is open, %s was to be credited.', due, wanted), 'amount');
  END IF;
  IF input->>'disputeId' IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dispute WHERE id = (input->>'disputeId')::uuid AND invoice_id = billed.id) THEN
    PERFORM refuse('DISPUTE_NOT_FOUND', 'The invoice has no such dispute.', 'dispute');
  END IF;
  FOR item IN SELECT id, least(open_amount, rest) AS amount, open_amount FROM open_item
    WHERE invoice_id = billed.id AND open_amount > 0 ORDER BY due_on, instalment, id
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
    net_amount, tax_amount, total_amount)
  VALUES (key, series.series_id, series.number, note_number, billed.id, (input->>'disputeId')::uuid, input->>'reason',
    (input->>'issuedOn')::date, context_at(ctx), billed.currency, (input->>'netAmount')::bigint, (input->>'taxAmount')::bigint, wanted);
  settled := settle_open_items(ctx, jsonb_build_object('kind', 'credit-note', 'creditNoteId', key, 'bookedOn', input->>'issuedOn',
    'evidence', jsonb_build_object('reason', input->>'reason'), 'items', items), billed.currency);
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', billed.legal_entity_id, 'businessDate', input->>'issuedOn',
    'kind', 'credit-note', 'documentKind', 'credit-note', 'documentId', key, 'description', note_number, 'currency', billed.currency),
    input->'journal');
  PERFORM record_event(ctx, billed.sale_id, 'credited', jsonb_build_object('kind', 'credit-note', 'id', key, 'number', note_number,
    'amount', wanted, 'currency', billed.currency, 'workflowId', 'receivable:' || billed.id));
  IF input->>'disputeId' IS NOT NULL THEN
    PERFORM resolve_dispute(ctx, jsonb_build_object('disputeId', input->>'disputeId', 'resolution', 'for-customer', 'creditNoteId', key));
  END IF;
  RETURN jsonb_build_object('creditNoteId', key, 'number', note_number, 'allocationIds', to_jsonb(settled));
END $$;

-- ------------------------------------------------------------------ figures

-- What was open at the end of `day`, item by item: booked amounts less what had been settled and not taken back by then.
CREATE FUNCTION open_items_as_of(day date) RETURNS TABLE (open_item_id uuid, invoice_id uuid, customer_id uuid, store_id uuid,
  legal_entity_id uuid, currency char(3), due_on date, amount bigint, open_amount bigint)
LANGUAGE sql STABLE AS $$
  SELECT o.id, i.id, o.customer_id, i.store_id, i.legal_entity_id, o.currency, o.due_on, o.amount,
    (o.amount - coalesce(sum(a.amount), 0))::bigint
  FROM open_item o
  JOIN invoice i ON i.id = o.invoice_id
  JOIN legal_entity e ON e.id = i.legal_entity_id
  LEFT JOIN allocation a ON a.open_item_id = o.id AND a.booked_on <= day AND (a.reversed_on IS NULL OR a.reversed_on > day)
  WHERE CASE WHEN o.kind = 'instalment' THEN i.issued_on ELSE (o.created_at AT TIME ZONE e.time_zone)::date END <= day
  GROUP BY o.id, i.id
  HAVING o.amount > coalesce(sum(a.amount), 0)
$$;
