-- Gives a legal entity its first bank account. Two people add and change the others
-- (request_master_change).
--
-- Input:   addFirstBankAccount in prisma/commands/company.ts
-- Answer:  the bank account
-- Locks:   the books (shared), the legal entity
-- Refuses: BANK_ACCOUNT_EXISTS
-- Key:     legalEntityId; again is refused
CREATE OR REPLACE FUNCTION add_first_bank_account(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entity uuid := (input->>'legalEntityId')::uuid;
  added uuid;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM legal_entity WHERE id = entity FOR UPDATE;
  IF EXISTS (
    SELECT 1
    FROM bank_account
    WHERE legal_entity_id = entity OR number = input->>'number') THEN
    PERFORM refuse(
      'BANK_ACCOUNT_EXISTS', 'The company has a bank account: two people add another.', 'number');
  END IF;
  INSERT INTO bank_account (
    legal_entity_id, number, name, bank_name, currency, account_code, csv_profile)
  VALUES (
    entity, input->>'number', input->>'name', input->>'bankName', input->>'currency',
    input->>'accountCode', input->>'csvProfile')
  RETURNING id INTO added;
  RETURN jsonb_build_object('bankAccountId', added);
END $$;
