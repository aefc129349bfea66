-- A person ends a work item with a reason. The caller has looked whether its kind ends that way
-- (endingOf in domain/lifecycle/work-kinds.ts).
--
-- Input:   resolveWorkItem in prisma/commands/lifecycle.ts
-- Answer:  {}
-- Locks:   the books (shared), the work item
-- Refuses: WORK_ITEM_NOT_FOUND, WORK_ITEM_DONE, PERSON_REQUIRED
-- Key:     the state of the item; a second time is refused
CREATE OR REPLACE FUNCTION resolve_work_item(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  item work_item%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  IF ctx#>>'{actor,kind}' <> 'user' THEN
    PERFORM refuse('PERSON_REQUIRED', 'Only a person can end a question to a person.');
  END IF;
  SELECT * INTO item FROM work_item WHERE id = (input->>'workItemId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('WORK_ITEM_NOT_FOUND', 'There is no such work item.', 'workItemId');
  ELSIF item.state <> 'open' THEN
    PERFORM refuse('WORK_ITEM_DONE', 'The work item was ended before.', 'workItemId');
  END IF;
  UPDATE work_item
  SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}',
    resolution = input->>'reason'
  WHERE id = item.id;
  RETURN '{}';
END $$;
