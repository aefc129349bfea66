-- Gives books without a dunning policy their first ones, as they are proposed to a company that
-- begins: in force at once. Two people plan later versions (request_master_change).
--
-- Input:   proposeDunningPolicies in prisma/commands/dunning.ts
-- Locks:   the books (shared), the changes of masters
-- Refuses: COMPANY_EXISTS
-- Key:     none; again is refused
CREATE OR REPLACE FUNCTION propose_dunning_policies(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_master_changes();
  IF EXISTS (SELECT 1 FROM dunning_policy) THEN
    PERFORM refuse('COMPANY_EXISTS', 'There is a dunning policy: two people plan another.');
  END IF;
  PERFORM apply_dunning_policy(policy) FROM jsonb_array_elements(input->'policies') policy;
  RETURN '{}';
END $$;
