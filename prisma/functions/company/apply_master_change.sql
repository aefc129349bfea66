-- Makes a change of a master that two people agreed to.
--
-- Input:   the kind of the change, and what holds after it
-- Locks:   what changes
CREATE OR REPLACE FUNCTION apply_master_change(change_kind text, wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF change_kind = 'bank-account' THEN
    PERFORM apply_bank_account(wanted);
  ELSIF change_kind = 'approval-limits' THEN
    PERFORM apply_approval_limits(wanted);
  ELSIF change_kind = 'credit-limit' THEN
    PERFORM apply_credit_limit(wanted);
  ELSIF change_kind = 'letter-text' THEN
    PERFORM apply_letter_text(wanted);
  ELSIF change_kind = 'tax-identity' THEN
    PERFORM apply_tax_identity(wanted);
  END IF;
END $$;
