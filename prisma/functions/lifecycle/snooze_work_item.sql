-- Puts a work item off until a day, on which it is in the queue again, or takes that back.
--
-- Input:   snoozeWorkItem in prisma/commands/lifecycle.ts; `today` is the day of the company
-- Answer:  {version}
-- Locks:   the books (shared), the work item
-- Refuses: SNOOZE_NOT_AHEAD and those of lock_work_item (WORK_ITEM_NOT_FOUND, WORK_ITEM_DONE,
--          WORK_ITEM_CHANGED, PERSON_REQUIRED)
-- Key:     the version that the caller saw; a second time is refused
CREATE OR REPLACE FUNCTION snooze_work_item(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  until_day date := (input->>'until')::date;
  today date := (input->>'today')::date;
  new_version integer;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_work_item(ctx, (input->>'workItemId')::uuid, (input->>'version')::integer);
  IF until_day <= today OR until_day > today + 366 THEN
    PERFORM refuse(
      'SNOOZE_NOT_AHEAD', 'The day is after today, and at most a year ahead.', 'until');
  END IF;
  UPDATE work_item
  SET snoozed_until = until_day, changed_by = ctx#>>'{actor,name}', version = version + 1
  WHERE id = (input->>'workItemId')::uuid
  RETURNING version INTO new_version;
  RETURN jsonb_build_object('version', new_version);
END $$;
