-- Gives a work item to a person, or to nobody. The caller has looked whether that person may work
-- on it.
--
-- Input:   assignWorkItem in prisma/commands/lifecycle.ts
-- Answer:  {version}
-- Locks:   the books (shared), the work item
-- Refuses: those of lock_work_item (WORK_ITEM_NOT_FOUND, WORK_ITEM_DONE, WORK_ITEM_CHANGED,
--          PERSON_REQUIRED)
-- Key:     the version that the caller saw; a second time is refused
CREATE OR REPLACE FUNCTION assign_work_item(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  new_version integer;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_work_item(ctx, (input->>'workItemId')::uuid, (input->>'version')::integer);
  UPDATE work_item
  SET assignee_id = (input->>'assigneeId')::uuid,
    changed_by = ctx#>>'{actor,name}',
    version = version + 1
  WHERE id = (input->>'workItemId')::uuid
  RETURNING version INTO new_version;
  RETURN jsonb_build_object('version', new_version);
END $$;
