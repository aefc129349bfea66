-- Books one credit line of a bank: its payments with the matcher's findings, all or nothing; of a
-- line with more payments than one transaction takes, the next part. When the books have changed
-- since the matching, a refusal tells the caller to match again.
--
-- Input:   bookBankLine in prisma/commands/statement.ts; `bookedOn` is today in the legal entity: a
--          later date of the bank is not trusted, but the line keeps it. A finding of kind 'book'
--          is {kind, items: [{openItemId, amount}], evidence}, the others are as in offer_payments.
--          `part` says how many payments were booked before, and how many are left after these
-- Answer:  kind 'booked', 'part' when some are left, or 'known' when the line had its outcome
--          before or this part was booked, and the outcome
-- Locks:   the books (shared), the bank line, and for each payment those of allocate_payment,
--   settle_remittance or offer_payments
-- Refuses: BANK_LINE_NOT_FOUND; those of allocate_payment: ALLOCATION_EXCEEDS_PAYMENT,
--   OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN; those
--   of settle_remittance that cannot happen, because match_remittance has looked:
--   PAYMENT_NOT_FOUND, PAYMENT_REVERSED, REMITTANCE_NOT_FOUND, REMITTANCE_SETTLED,
--   REMITTANCE_AMOUNT_DIFFERS
-- Key:     lineId and part.done; a line that is not new any more stays as it is
CREATE OR REPLACE FUNCTION book_bank_line(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  line bank_statement_line%ROWTYPE;
  account bank_account%ROWTYPE;
  payment_wish jsonb;
  offered jsonb;
  others jsonb;
  today date := (input->>'bookedOn')::date;
  line_outcome text := input->>'outcome';
  progress jsonb;
BEGIN
  PERFORM enter_context(ctx);
  line := lock_bank_line((input->>'lineId')::uuid);
  progress := coalesce(line.outcome_detail->'progress', '{"done": 0}');
  IF line.outcome <> 'new' OR (progress->'done') <> coalesce(input#>'{part,done}', '0') THEN
    RETURN jsonb_build_object('kind', 'known', 'outcome', line.outcome);
  END IF;

  SELECT * INTO account FROM bank_account WHERE id = line.bank_account_id;
  SELECT jsonb_agg(wish) FILTER (WHERE is_offered), jsonb_agg(wish) FILTER (WHERE NOT is_offered)
  INTO offered, others
  FROM jsonb_array_elements(input->'payments') wish
  CROSS JOIN LATERAL (
    SELECT wish#>>'{finding,kind}' <> 'book' AND NOT EXISTS (
      SELECT 1 FROM remittance
      WHERE state = 'reported' AND net_amount = (wish->>'amount')::bigint) AS is_offered
  ) judged;
  IF offered IS NOT NULL THEN
    PERFORM book_offered_payments(ctx, line, account, offered, input);
  END IF;
  FOR payment_wish IN SELECT value FROM jsonb_array_elements(others) LOOP
    IF book_bank_payment(ctx, line, account, payment_wish, input) = 'remittance' THEN
      progress := progress || '{"remittance": true}';
    END IF;
  END LOOP;
  IF (input#>>'{part,left}')::int > 0 THEN
    UPDATE bank_statement_line
    SET outcome_detail = jsonb_build_object('progress', progress || (input->'part')
      || jsonb_build_object('done',
        (input#>>'{part,done}')::int + jsonb_array_length(input->'payments')))
    WHERE id = line.id;
    RETURN jsonb_build_object('kind', 'part', 'outcome', line.outcome);
  END IF;
  IF progress ? 'remittance' THEN
    line_outcome := 'remittance';
  END IF;
  UPDATE bank_statement_line
  SET outcome = line_outcome,
    outcome_detail = coalesce(input->'outcomeDetail', '{}') || other_day_detail(
      account.legal_entity_id, line, today, least(line.booking_date, today))
  WHERE id = line.id;
  RETURN jsonb_build_object('kind', 'booked', 'outcome', line_outcome);
END $$;
