-- Keeps lines of a file that is being read. Input {statementId, lines: [{bankAccountId, position, place, status,
-- bookingDate, valueDate, amount, currency, bankReference?, endToEndReference?, creditorReference?, payerName?,
-- payerAccount?, remittanceText, transactionCode?, reversal, occurrence, fingerprint, details?}]}. The same position
-- again: nothing. The account stays locked, so that two files with the same line cannot both find it new.
CREATE OR REPLACE FUNCTION store_bank_lines(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
