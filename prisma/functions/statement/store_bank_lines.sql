-- Stores lines of a bank file that is being read. Booked lines are `stored` until they are compared
-- with known bookings.
--
-- Input:   storeBankLines in prisma/commands/statement.ts; `fingerprint` is hexadecimal, `position`
--   the place of the line in the whole file
-- Answer:  how many lines were stored
-- Locks:   the books (shared)
-- Refuses: none
-- Key:     (statementId, position); a position that is there stays as it is, and a file that was
--   read or refused takes no more lines
CREATE OR REPLACE FUNCTION store_bank_lines(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  statement_key uuid := (input->>'statementId')::uuid;
  stored int;
BEGIN
  PERFORM enter_context(ctx);
  INSERT INTO bank_statement_line (statement_id, part, bank_account_id, position, place,
    booking_date, value_date, amount, currency, bank_reference, end_to_end_reference,
    creditor_reference, other_references, payer_name, payer_account, remittance_text,
    transaction_code, reversal, occurrence, fingerprint, details, outcome)
  SELECT statement_key, l.part, l."bankAccountId", l.position, l.place,
    l."bookingDate", l."valueDate", l.amount, l.currency, l."bankReference",
    l."endToEndReference", l."creditorReference", coalesce(l."otherReferences", '{}'),
    l."payerName", l."payerAccount", l."remittanceText", l."transactionCode", l.reversal, 1,
    decode(l.fingerprint, 'hex'), l.details,
    CASE WHEN l.status = 'booked' THEN 'stored' ELSE l.status END
  FROM jsonb_to_recordset(input->'lines') AS l(
    "bankAccountId" uuid, part int, position int, place text, status text, "bookingDate" date,
    "valueDate" date, amount bigint, currency text, "bankReference" text,
    "endToEndReference" text, "creditorReference" text, "otherReferences" text[],
    "payerName" text, "payerAccount" text, "remittanceText" text, "transactionCode" text,
    reversal boolean, fingerprint text, details jsonb)
  WHERE EXISTS (
    SELECT 1 FROM bank_statement b WHERE b.id = statement_key AND b.state = 'received')
  ON CONFLICT (statement_id, position) DO NOTHING;
  GET DIAGNOSTICS stored = ROW_COUNT;
  RETURN jsonb_build_object('stored', stored);
END $$;
