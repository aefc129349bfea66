-- Makes a change of a master that two people agreed to.
--
-- Input:   the kind of the change, and what holds after it
-- Locks:   what changes
-- Refuses: IMPORT_NOT_FOUND, IMPORT_UNDONE, IMPORT_UNFINISHED, IMPORT_WROTE_NOTHING, IMPORT_IN_USE
CREATE OR REPLACE FUNCTION apply_master_change(
  ctx jsonb, change_kind text, wanted jsonb
) RETURNS void
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
  ELSIF change_kind = 'tax-rule' THEN
    PERFORM apply_tax_rule(wanted);
  ELSIF change_kind = 'dunning-policy' THEN
    PERFORM apply_dunning_policy(wanted);
  ELSIF change_kind = 'holidays' THEN
    PERFORM apply_holidays(ctx, wanted);
  ELSIF change_kind = 'agreement' THEN
    PERFORM apply_agreement(ctx, wanted);
  ELSIF change_kind = 'agency-terms' THEN
    PERFORM apply_agency_terms(wanted);
  ELSIF change_kind = 'import-undoing' THEN
    PERFORM apply_import_undoing(ctx, wanted);
  ELSIF change_kind = 'store-switch' THEN
    PERFORM apply_store_switch(ctx, wanted);
  ELSIF change_kind = 'stock-receipt' THEN
    PERFORM book_stock_receipt(ctx, wanted, NULL);
  END IF;
END $$;
