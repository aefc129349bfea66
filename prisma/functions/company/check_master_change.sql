-- Refuses a change of a master that cannot hold: looked at when it is asked for, and again when it
-- is approved.
--
-- Input:   the kind of the change, and what holds after it
-- Refuses: BANK_ACCOUNT_NOT_FOUND, BANK_ACCOUNT_EXISTS, BANK_ACCOUNT_IN_USE,
--   BANK_ACCOUNT_NEEDED, TAX_STILL_CHARGED, TAX_RULE_NOT_FOUND, TAX_RULE_IN_FORCE,
--   TAX_RULE_EXISTS, TAX_RULE_IN_PAST, POLICY_NOT_FOUND, POLICY_IN_FORCE, POLICY_IN_PAST,
--   POLICY_OF_ANOTHER, POLICY_EXISTS, AGENCY_NOT_FOUND, AGREEMENT_IN_PAST,
--   STORE_NOT_FOUND, STORE_MODE_SAME, STORE_SWITCH_TOO_EARLY
CREATE OR REPLACE FUNCTION check_master_change(
  ctx jsonb, change_kind text, wanted jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF change_kind = 'bank-account' THEN
    PERFORM check_bank_account(wanted);
  ELSIF change_kind = 'tax-identity' THEN
    PERFORM check_tax_identity(wanted);
  ELSIF change_kind = 'tax-rule' THEN
    PERFORM check_tax_rule(ctx, wanted);
  ELSIF change_kind = 'dunning-policy' THEN
    PERFORM check_dunning_policy(ctx, wanted);
  ELSIF change_kind = 'agreement' THEN
    PERFORM check_agreement(ctx, wanted);
  ELSIF change_kind = 'store-switch' THEN
    PERFORM check_store_switch(ctx, wanted);
  END IF;
END $$;
