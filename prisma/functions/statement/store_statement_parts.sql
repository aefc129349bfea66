-- Stores the head data of the statements of a bank file: account, number, days and balances. They
-- decide which lines can be repetitions.
--
-- Input:   storeStatementParts in prisma/commands/statement.ts; balances in booked units
-- Answer:  how many were stored
-- Locks:   the books (shared)
-- Refuses: none
-- Key:     (statementId, part); a part that is there stays as it is
CREATE OR REPLACE FUNCTION store_statement_parts(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  stored int;
BEGIN
  PERFORM enter_context(ctx);
  INSERT INTO bank_statement_part (statement_id, part, bank_account_id, format, number, from_on,
    to_on, opening_amount, closing_amount)
  SELECT (input->>'statementId')::uuid, p.part, p."bankAccountId", input->>'format', p.number,
    p."from", p."to", p.opening, p.closing
  FROM jsonb_to_recordset(input->'parts') AS p(
    part int, "bankAccountId" uuid, number text, "from" date, "to" date, opening bigint,
    closing bigint)
  ON CONFLICT (statement_id, part) DO NOTHING;
  GET DIAGNOSTICS stored = ROW_COUNT;
  RETURN jsonb_build_object('stored', stored);
END $$;
