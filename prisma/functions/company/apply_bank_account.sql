-- Adds a bank account of ours, or changes it. Documents name it from now on.
--
-- Input:   wanted: as check_bank_account, and {name, bankName, accountCode}
-- Locks:   the bank account
CREATE OR REPLACE FUNCTION apply_bank_account(wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE bank_account
  SET number = wanted->>'number',
    name = wanted->>'name',
    bank_name = wanted->>'bankName',
    on_documents = (wanted->>'onDocuments')::boolean
  WHERE id = (wanted->>'bankAccountId')::uuid;
  IF NOT FOUND THEN
    INSERT INTO bank_account (
      legal_entity_id, number, name, bank_name, currency, account_code, on_documents)
    VALUES (
      (wanted->>'legalEntityId')::uuid, wanted->>'number', wanted->>'name', wanted->>'bankName',
      wanted->>'currency', wanted->>'accountCode', (wanted->>'onDocuments')::boolean);
  END IF;
END $$;
