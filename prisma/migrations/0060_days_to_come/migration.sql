-- What is booked is never of a day that has not come, whatever a bank, a till or a clock says.

-- The latest day that has begun anywhere in a legal entity: its own, or that of a store further east. Two clocks are never
-- the same: the day was read from one a moment after the time of the command.
CREATE FUNCTION latest_day(entity uuid, at timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT max(((at + interval '5 minutes') AT TIME ZONE z.time_zone)::date) FROM (
    SELECT time_zone FROM legal_entity WHERE id = entity
    UNION SELECT time_zone FROM store WHERE legal_entity_id = entity) z
$$;

-- Posts one balanced entry. `entry`: {legalEntityId, businessDate, kind, documentKind, documentId,
-- description, currency}; `lines`: [{account, amount, storeId?, customerId?}], amount signed, debit
-- positive; zero lines are left out. The same (documentKind, documentId, kind) is posted once. A day that
-- has not come is booked on the latest one that has, a day of closed books on the first open one.
-- SECURITY DEFINER: the processes cannot write the journal in any other way.
CREATE OR REPLACE FUNCTION post_journal(ctx jsonb, entry jsonb, lines jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry_id uuid := uuid_v7();
  day date := (entry->>'businessDate')::date;
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
  -- Only a day ahead of the entity's own needs a look at its stores.
  IF day > (SELECT (context_at(ctx) AT TIME ZONE time_zone)::date FROM legal_entity WHERE id = (entry->>'legalEntityId')::uuid) THEN
    day := least(day, latest_day((entry->>'legalEntityId')::uuid, context_at(ctx)));
  END IF;

  INSERT INTO journal_entry (id, legal_entity_id, business_date, kind, document_kind, document_id, description, at)
  VALUES (entry_id, (entry->>'legalEntityId')::uuid, posting_day((entry->>'legalEntityId')::uuid, day),
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

-- ------------------------------------------------------------------ money in

-- Books money that has arrived, as unapplied cash. Input {source, externalId, legalEntityId, customerId?,
-- amount, currency, valueDate, businessDate, payerName?, payerAccount?, remittanceText, accountCode,
-- bankStatementLineId?, state?, accounts: {unappliedCash}}. The same (source, externalId) again answers
-- the first: {paymentId, kind: 'recorded' | 'known'}. Money that is here counts from the latest day that has come.
CREATE OR REPLACE FUNCTION record_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  INSERT INTO payment (id, legal_entity_id, source, external_id, bank_statement_line_id, customer_id, currency, amount,
    unapplied_amount, state, value_date, received_at, payer_name, payer_account, remittance_text, account_code)
  VALUES (key, (input->>'legalEntityId')::uuid, input->>'source', input->>'externalId', (input->>'bankStatementLineId')::uuid,
    (input->>'customerId')::uuid, input->>'currency', (input->>'amount')::bigint, (input->>'amount')::bigint,
    coalesce(input->>'state', 'unapplied'),
    least((input->>'valueDate')::date, latest_day((input->>'legalEntityId')::uuid, context_at(ctx))), context_at(ctx),
    input->>'payerName', input->>'payerAccount', coalesce(input->>'remittanceText', ''), input->>'accountCode')
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

-- What to say of a bank line whose own day cannot be booked on, and that is booked on `day` (or the first open one after
-- it): {otherDay: {bookedOn, why: 'day-to-come' | 'books-closed'}}. Nothing of the others. `today` is that of the entity.
CREATE FUNCTION other_day(entity uuid, line bank_statement_line, today date, day date) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN x.why IS NULL THEN '{}'::jsonb
    ELSE jsonb_build_object('otherDay', jsonb_build_object('bookedOn', posting_day(entity, day), 'why', x.why)) END
  FROM (SELECT CASE WHEN line.booking_date > today THEN 'day-to-come'
    WHEN posting_day(entity, line.booking_date) <> line.booking_date THEN 'books-closed' END AS why) x
$$;

-- Books one credit line of a bank: its payments, and for each what the matcher found. All or nothing; a line that is
-- not new any more stays as it is. Input {lineId, bookedOn, outcome, outcomeDetail?, accounts: {unappliedCash, receivables,
-- agencyClearing}, payments: [{externalId, amount, payerName?, payerAccount?, remittanceText, finding}]}; a finding of kind
-- 'book' is {kind, items: [{openItemId, amount}], evidence}, the others as in offer_payment. `bookedOn` is today in the
-- legal entity: no date of the bank is believed beyond it, and the line keeps its own. Answers {kind: 'booked' | 'known',
-- outcome}. Refuses what allocate_payment refuses: the books have changed, look again.
CREATE OR REPLACE FUNCTION book_bank_line(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  line bank_statement_line%ROWTYPE;
  account bank_account%ROWTYPE;
  one jsonb;
  paid uuid;
  today date := (input->>'bookedOn')::date;
  day date;
  result text := input->>'outcome';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO line FROM bank_statement_line WHERE id = (input->>'lineId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('BANK_LINE_NOT_FOUND', 'There is no such bank line.', 'lineId'); END IF;
  IF line.outcome <> 'new' THEN RETURN jsonb_build_object('kind', 'known', 'outcome', line.outcome); END IF;
  SELECT * INTO account FROM bank_account WHERE id = line.bank_account_id;
  day := least(line.booking_date, today);
  FOR one IN SELECT value FROM jsonb_array_elements(input->'payments') LOOP
    paid := (record_payment(ctx, one - 'finding' || jsonb_build_object('source', 'bank', 'legalEntityId', account.legal_entity_id,
      'currency', line.currency, 'valueDate', least(line.value_date, today), 'businessDate', day,
      'accountCode', account.account_code, 'bankStatementLineId', line.id, 'accounts', input->'accounts'))->>'paymentId')::uuid;
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
  UPDATE bank_statement_line SET outcome = result,
    outcome_detail = coalesce(input->'outcomeDetail', '{}') || other_day(account.legal_entity_id, line, today, day)
  WHERE id = line.id;
  RETURN jsonb_build_object('kind', 'booked', 'outcome', result);
END $$;

-- Books the bank's line that takes a payment back. Input {lineId, paymentId, reversedOn, outcomeDetail}; `reversedOn` is
-- today in the legal entity. A line that is not new any more stays as it is. Refuses what reverse_payment refuses.
CREATE OR REPLACE FUNCTION book_reversal_line(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  line bank_statement_line%ROWTYPE;
  today date := (input->>'reversedOn')::date;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO line FROM bank_statement_line WHERE id = (input->>'lineId')::uuid FOR UPDATE;
  IF line.outcome <> 'new' THEN RETURN '{"kind":"known"}'; END IF;
  PERFORM reverse_payment(ctx, jsonb_build_object('paymentId', input->>'paymentId', 'reversedOn', input->>'reversedOn',
    'reason', 'the bank took it back: ' || line.remittance_text));
  UPDATE bank_statement_line SET outcome = 'reversal', outcome_detail = coalesce(input->'outcomeDetail', '{}')
    || (SELECT other_day(b.legal_entity_id, line, today, today) FROM bank_account b
      WHERE b.id = line.bank_account_id)
  WHERE id = line.id;
  RETURN '{"kind":"booked"}';
END $$;

-- Every line of the file has its outcome. Lines that were booked on another day than the bank says are put before a
-- person, once for the file. Input {statementId}.
CREATE OR REPLACE FUNCTION conclude_statement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE concluded boolean;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement s SET state = 'booked', booked_at = context_at(ctx)
  WHERE s.id = (input->>'statementId')::uuid AND s.state = 'read'
    AND NOT EXISTS (SELECT 1 FROM bank_statement_line l WHERE l.statement_id = s.id AND l.outcome = 'new');
  concluded := FOUND;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'bank-lines-of-other-days', 'subjectKind', 'bank-statement',
      'subjectId', input->>'statementId', 'detail', jsonb_build_object('daysToCome', x.to_come, 'booksClosed', x.closed,
        'places', to_jsonb(x.places[1:10]))))
  FROM (SELECT count(*) FILTER (WHERE l.outcome_detail#>>'{otherDay,why}' = 'day-to-come') AS to_come,
      count(*) FILTER (WHERE l.outcome_detail#>>'{otherDay,why}' = 'books-closed') AS closed,
      array_agg(l.place ORDER BY l.position) AS places
    FROM bank_statement_line l WHERE l.statement_id = (input->>'statementId')::uuid AND l.outcome_detail ? 'otherDay') x
  WHERE concluded AND x.to_come + x.closed > 0;
  RETURN jsonb_build_object('concluded', concluded);
END $$;

REVOKE EXECUTE ON FUNCTION latest_day(uuid, timestamptz), other_day(uuid, bank_statement_line, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latest_day(uuid, timestamptz), other_day(uuid, bank_statement_line, date, date) TO lunas_app;
