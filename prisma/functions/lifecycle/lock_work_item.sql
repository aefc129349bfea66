-- Locks an open work item for a person who saw it in this version. Who looked at an older one is
-- told who changed what meanwhile, and nothing is lost.
--
-- Locks:   the work item
-- Refuses: WORK_ITEM_NOT_FOUND, WORK_ITEM_DONE, WORK_ITEM_CHANGED, PERSON_REQUIRED
CREATE OR REPLACE FUNCTION lock_work_item(ctx jsonb, item_key uuid, seen integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  item work_item%ROWTYPE;
BEGIN
  IF ctx#>>'{actor,kind}' <> 'user' THEN
    PERFORM refuse('PERSON_REQUIRED', 'Only a person takes or puts off a question to a person.');
  END IF;
  SELECT * INTO item FROM work_item WHERE id = item_key FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('WORK_ITEM_NOT_FOUND', 'There is no such work item.', 'workItemId');
  ELSIF item.state <> 'open' THEN
    PERFORM refuse('WORK_ITEM_DONE', 'The work item was ended before.', 'workItemId');
  ELSIF item.version <> seen THEN
    PERFORM refuse('WORK_ITEM_CHANGED', format(
      '%s changed it meanwhile: it is %s and %s.',
      coalesce(item.changed_by, 'Somebody'),
      coalesce('for ' || (SELECT name FROM app_user WHERE id = item.assignee_id), 'for nobody'),
      coalesce('put off until ' || item.snoozed_until, 'not put off')), 'version');
  END IF;
END $$;
