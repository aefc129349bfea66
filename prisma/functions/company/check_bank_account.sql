-- Refuses bank details that cannot hold. Bank files know an account by its number, so the number of
-- an account with files never changes; customers always have an account to pay to.
--
-- Input:   wanted: {bankAccountId?, legalEntityId, number, currency, onDocuments}
-- Refuses: BANK_ACCOUNT_NOT_FOUND, BANK_ACCOUNT_EXISTS, BANK_ACCOUNT_IN_USE, BANK_ACCOUNT_NEEDED
CREATE OR REPLACE FUNCTION check_bank_account(wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  own uuid := (wanted->>'bankAccountId')::uuid;
BEGIN
  IF own IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bank_account WHERE id = own) THEN
    PERFORM refuse('BANK_ACCOUNT_NOT_FOUND', 'There is no such account.', 'bankAccountId');
  ELSIF EXISTS (
    SELECT 1
    FROM bank_account
    WHERE number = wanted->>'number' AND id IS DISTINCT FROM own) THEN
    PERFORM refuse('BANK_ACCOUNT_EXISTS', 'Another account has this number.', 'number');
  ELSIF EXISTS (
    SELECT 1
    FROM bank_account b
    WHERE b.id = own
      AND b.number <> wanted->>'number'
      AND (EXISTS (SELECT 1 FROM bank_statement s WHERE s.bank_account_id = own)
        OR EXISTS (SELECT 1 FROM bank_statement_part p WHERE p.bank_account_id = own))) THEN
    PERFORM refuse(
      'BANK_ACCOUNT_IN_USE',
      'Files of the account are in the books under its number: add an account with the new number.',
      'number');
  ELSIF NOT (wanted->>'onDocuments')::boolean AND NOT EXISTS (
    SELECT 1
    FROM bank_account b
    WHERE b.legal_entity_id = (wanted->>'legalEntityId')::uuid
      AND b.currency = wanted->>'currency'
      AND b.on_documents
      AND b.id IS DISTINCT FROM own) THEN
    PERFORM refuse(
      'BANK_ACCOUNT_NEEDED',
      'Documents name no other account in this currency that customers can pay to.',
      'onDocuments');
  END IF;
END $$;
