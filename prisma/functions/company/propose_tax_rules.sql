-- Gives books without a tax table their first one, as it is proposed to a company that begins. Two
-- people change it afterwards (request_master_change).
--
-- Input:   proposeTaxRules in prisma/commands/company.ts
-- Locks:   the books (shared), the changes of masters
-- Refuses: COMPANY_EXISTS
-- Key:     none; again is refused
CREATE OR REPLACE FUNCTION propose_tax_rules(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_master_changes();
  IF EXISTS (SELECT 1 FROM tax_rule) THEN
    PERFORM refuse('COMPANY_EXISTS', 'There is a tax table: two people change it.');
  END IF;
  PERFORM apply_tax_rule(rule) FROM jsonb_array_elements(input->'rules') rule;
  RETURN '{}';
END $$;
