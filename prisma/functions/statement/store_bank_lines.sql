-- Keeps lines of a bank file that is being read. A line that is in the books already, because
-- another file had it, is kept as a duplicate.
--
-- Input:   storeBankLines in prisma/commands/statement.ts; `fingerprint` is hexadecimal, `position`
--   the place of the line in the whole file
-- Answer:  how many lines were stored
-- Locks:   the books (shared), the bank accounts by id, so that two files with the same line cannot
--   both find it new
-- Refuses: none
-- Key:     (statementId, position); a position that is there stays as it is, and a file that was
--   read or refused takes no more lines
CREATE OR REPLACE FUNCTION store_bank_lines(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  statement_key uuid := (input->>'statementId')::uuid;
  stored int;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM bank_account
  WHERE id IN (
    SELECT (line->>'bankAccountId')::uuid FROM jsonb_array_elements(input->'lines') line)
  ORDER BY id
  FOR UPDATE;

  INSERT INTO bank_statement_line (statement_id, bank_account_id, position, place, booking_date,
    value_date, amount, currency, bank_reference, end_to_end_reference, creditor_reference,
    payer_name, payer_account, remittance_text, transaction_code, reversal, occurrence,
    fingerprint, details, outcome)
  SELECT statement_key, l."bankAccountId", l.position, l.place, l."bookingDate",
    l."valueDate", l.amount, l.currency, l."bankReference", l."endToEndReference",
    l."creditorReference", l."payerName", l."payerAccount", l."remittanceText",
    l."transactionCode", l.reversal, l.occurrence, decode(l.fingerprint, 'hex'), l.details,
    CASE
      WHEN l.status <> 'booked' THEN l.status
      WHEN EXISTS (
        SELECT 1
        FROM bank_statement_line known
        WHERE known.bank_account_id = l."bankAccountId"
          AND known.fingerprint = decode(l.fingerprint, 'hex')
          AND known.outcome NOT IN ('duplicate', 'pending', 'information'))
        THEN 'duplicate'
      ELSE 'new'
    END
  FROM jsonb_to_recordset(input->'lines') AS l(
    "bankAccountId" uuid, position int, place text, status text, "bookingDate" date,
    "valueDate" date, amount bigint, currency text, "bankReference" text,
    "endToEndReference" text, "creditorReference" text, "payerName" text, "payerAccount" text,
    "remittanceText" text, "transactionCode" text, reversal boolean, occurrence int,
    fingerprint text, details jsonb)
  WHERE EXISTS (
    SELECT 1 FROM bank_statement b WHERE b.id = statement_key AND b.state = 'received')
  ON CONFLICT (statement_id, position) DO NOTHING;
  GET DIAGNOSTICS stored = ROW_COUNT;
  RETURN jsonb_build_object('stored', stored);
END $$;
