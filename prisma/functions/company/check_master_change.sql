-- Refuses a change of a master that cannot hold: looked at when it is asked for, and again when it
-- is approved.
--
-- Input:   the kind of the change, and what holds after it
-- Refuses: BANK_ACCOUNT_NOT_FOUND, BANK_ACCOUNT_EXISTS, BANK_ACCOUNT_IN_USE,
--   BANK_ACCOUNT_NEEDED, TAX_STILL_CHARGED
CREATE OR REPLACE FUNCTION check_master_change(change_kind text, wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF change_kind = 'bank-account' THEN
    PERFORM check_bank_account(wanted);
  ELSIF change_kind = 'tax-identity' THEN
    PERFORM check_tax_identity(wanted);
  END IF;
END $$;
