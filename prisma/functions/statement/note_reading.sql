-- Notes that a bank file was read, what its statements say, and the closing balances that the next
-- files of its accounts begin with.
--
-- Input:   noteReading in prisma/commands/statement.ts; the caller holds the accounts
--          (lock_accounts_of_file)
-- Answer:  noted: false when the file does not wait to be read, and then nothing changes
-- Locks:   the books (shared), the bank file, the bank accounts
-- Refuses: none
-- Key:     the state of the file
CREATE OR REPLACE FUNCTION note_reading(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement
  SET state = 'read',
    format = input->>'format',
    footing = input->>'footing',
    statements = input->'statements',
    refused_lines = input->'refusedLines',
    bank_account_id = coalesce((input->>'bankAccountId')::uuid, bank_account_id)
  WHERE id = (input->>'statementId')::uuid AND state = 'received';
  IF NOT FOUND THEN
    RETURN '{"noted":false}';
  END IF;
  UPDATE bank_account b
  SET last_closing_amount = (one->>'amount')::bigint, last_closing_on = (one->>'on')::date
  FROM jsonb_array_elements(input->'closings') one
  WHERE b.id = (one->>'bankAccountId')::uuid;
  RETURN '{"noted":true}';
END $$;
