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
