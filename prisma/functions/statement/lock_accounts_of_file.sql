-- Locks the bank accounts of a bank file until the transaction ends: two files with the same line
-- must not both find it new, and each closing balance follows the one before it.
--
-- Input:   lockAccountsOfFile in prisma/commands/statement.ts
-- Answer:  each account with its last closing balance, and the day that it is for its company
-- Locks:   the books (shared), the bank accounts by id
-- Refuses: none
-- Key:     statementId; again nothing changes
CREATE OR REPLACE FUNCTION lock_accounts_of_file(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1
  FROM bank_account b
  WHERE b.id IN (
    SELECT p.bank_account_id
    FROM bank_statement_part p
    WHERE p.statement_id = (input->>'statementId')::uuid)
  ORDER BY b.id
  FOR UPDATE;
  RETURN jsonb_build_object('accounts', (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'bankAccountId', b.id,
      'closing', b.last_closing_amount::text,
      'closingOn', b.last_closing_on,
      'today', (context_at(ctx) AT TIME ZONE e.time_zone)::date) ORDER BY b.id), '[]')
    FROM bank_account b
    JOIN legal_entity e ON e.id = b.legal_entity_id
    WHERE b.id IN (
      SELECT p.bank_account_id
      FROM bank_statement_part p
      WHERE p.statement_id = (input->>'statementId')::uuid)));
END $$;
