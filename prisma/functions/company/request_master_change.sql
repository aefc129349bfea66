-- Asks for a change of a master that money depends on, such as bank details, limits, rates of tax
-- or commission, or for goods of a high worth. Nothing changes before another person agrees
-- (decide_master_change).
--
-- Input:   requestMasterChange in prisma/commands/company.ts; `subject` names what changes within
--   its kind
-- Answer:  the request
-- Locks:   the books (shared), the changes of masters, the work item
-- Refuses: MASTER_CHANGE_WAITING, BANK_ACCOUNT_NOT_FOUND, BANK_ACCOUNT_EXISTS, BANK_ACCOUNT_IN_USE,
--   BANK_ACCOUNT_NEEDED, TAX_STILL_CHARGED, TAX_RULE_NOT_FOUND, TAX_RULE_IN_FORCE,
--   TAX_RULE_EXISTS, TAX_RULE_IN_PAST, POLICY_NOT_FOUND, POLICY_IN_FORCE, POLICY_IN_PAST,
--   POLICY_OF_ANOTHER, POLICY_EXISTS, AGENCY_NOT_FOUND, AGREEMENT_IN_PAST,
--   STORE_NOT_FOUND, STORE_MODE_SAME, STORE_SWITCH_TOO_EARLY
-- Key:     kind and subject: one request waits at a time (index master_change_one_requested)
CREATE OR REPLACE FUNCTION request_master_change(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  change_key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_master_changes();
  IF EXISTS (
    SELECT 1
    FROM master_change
    WHERE kind = input->>'kind' AND subject = input->>'subject' AND state = 'requested') THEN
    PERFORM refuse(
      'MASTER_CHANGE_WAITING', 'Another change of it waits for its second person.');
  END IF;
  PERFORM check_master_change(ctx, input->>'kind', input->'after');

  INSERT INTO master_change (
    id, kind, subject, before, standing, after, reason, state, requested_by, requested_name,
    requested_at)
  VALUES (
    change_key, input->>'kind', input->>'subject', input->'before',
    master_standing(input->>'kind', input->'after'), input->'after', input->>'reason', 'requested',
    ctx#>>'{actor,id}', ctx#>>'{actor,name}', context_at(ctx));
  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', 'master-change',
    'subjectKind', input->'kind',
    'subjectId', change_key,
    'detail', jsonb_build_object(
      'before', input->'before', 'after', input->'after', 'reason', input->'reason',
      'requestedBy', ctx#>>'{actor,name}')));
  RETURN jsonb_build_object('masterChangeId', change_key);
END $$;
