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
