-- Books a line by which the bank reverses a payment.
--
-- Input:   bookReversalLine in prisma/commands/statement.ts; `reversedOn` is today in the legal
--   entity
-- Answer:  kind 'booked', or 'known' when the line had its outcome before
-- Locks:   the books (shared), the bank line, those of reverse_payment
-- Refuses: BANK_LINE_NOT_FOUND; those of reverse_payment: PAYMENT_NOT_FOUND, PAYMENT_REVERSED,
--   PAYMENT_IS_REMITTANCE; and as there never ALLOCATION_NOT_FOUND, ALLOCATION_NOT_A_PAYMENT,
--   ALLOCATION_REVERSED
-- Key:     lineId; a line that is not new any more stays as it is
CREATE OR REPLACE FUNCTION book_reversal_line(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  line bank_statement_line%ROWTYPE;
  today date := (input->>'reversedOn')::date;
BEGIN
  PERFORM enter_context(ctx);
  line := lock_bank_line((input->>'lineId')::uuid);
  IF line.outcome <> 'new' THEN
    RETURN '{"kind":"known"}';
  END IF;
  PERFORM reverse_payment(ctx, jsonb_build_object(
    'paymentId', input->>'paymentId',
    'reversedOn', input->>'reversedOn',
    'reason', 'the bank took it back: ' || line.remittance_text));
  UPDATE bank_statement_line
  SET outcome = 'reversal',
    outcome_detail = coalesce(input->'outcomeDetail', '{}') || (
      SELECT other_day_detail(b.legal_entity_id, line, today, today)
      FROM bank_account b
      WHERE b.id = line.bank_account_id)
  WHERE id = line.id;
  RETURN '{"kind":"booked"}';
END $$;
