-- A second person agrees to a change of a master, which holds from that moment, or rejects it. Who
-- asked for it may take it back, and nothing more.
--
-- Input:   decideMasterChange in prisma/commands/company.ts
-- Locks:   the books (shared), the changes of masters, what changes, the work item
-- Refuses: MASTER_CHANGE_NOT_FOUND, MASTER_CHANGE_DECIDED, MASTER_CHANGE_STALE, PERSON_REQUIRED,
--   SECOND_PERSON_REQUIRED, BANK_ACCOUNT_NOT_FOUND, BANK_ACCOUNT_EXISTS, BANK_ACCOUNT_IN_USE,
--   BANK_ACCOUNT_NEEDED, TAX_STILL_CHARGED, TAX_RULE_NOT_FOUND, TAX_RULE_IN_FORCE,
--   TAX_RULE_EXISTS, TAX_RULE_IN_PAST, POLICY_NOT_FOUND, POLICY_IN_FORCE, POLICY_IN_PAST,
--   POLICY_OF_ANOTHER, POLICY_EXISTS, AGENCY_NOT_FOUND, AGREEMENT_IN_PAST,
--   IMPORT_NOT_FOUND, IMPORT_UNDONE, IMPORT_UNFINISHED, IMPORT_WROTE_NOTHING, IMPORT_IN_USE,
--   STORE_NOT_FOUND, STORE_MODE_SAME, STORE_SWITCH_TOO_EARLY
-- Key:     masterChangeId; deciding again is refused
CREATE OR REPLACE FUNCTION decide_master_change(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  change master_change%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_master_changes();
  SELECT * INTO change FROM master_change WHERE id = (input->>'masterChangeId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('MASTER_CHANGE_NOT_FOUND', 'There is no such change.', 'masterChangeId');
  ELSIF change.state <> 'requested' THEN
    PERFORM refuse(
      'MASTER_CHANGE_DECIDED', 'The change was decided on before.', 'masterChangeId');
  END IF;
  IF input->>'decision' = 'approved' THEN
    PERFORM check_asker(change.requested_by, 'masterChangeId');
    PERFORM check_second_person(ctx, change.requested_by,
      'Who asked for a change cannot be the one who approves it.', 'masterChangeId');
    IF change.standing IS DISTINCT FROM master_standing(change.kind, change.after) THEN
      PERFORM refuse('MASTER_CHANGE_STALE',
        'What it changes has changed since it was asked for: reject it, and ask again.',
        'masterChangeId');
    END IF;
    PERFORM check_master_change(ctx, change.kind, change.after);
    PERFORM apply_master_change(ctx, change.kind, change.after);
  END IF;
  UPDATE master_change
  SET state = input->>'decision', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = change.id;
  PERFORM end_work_item(ctx, 'master-change', change.id::text);
  RETURN '{}';
END $$;
