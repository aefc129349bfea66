-- Keeps the filters of a list under a name for the person who asks, or changes a view of theirs.
--
-- Input:   keepSavedView in prisma/commands/people.ts; `most` is how many one list may have
-- Answer:  {}
-- Locks:   the books (shared), the views of the person
-- Refuses: SAVED_VIEW_NAME_TAKEN, SAVED_VIEW_OF_ANOTHER, SAVED_VIEWS_FULL
-- Key:     viewId; again nothing changes but the time
CREATE OR REPLACE FUNCTION keep_saved_view(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  view_key uuid := (input->>'viewId')::uuid;
  person uuid := (ctx#>>'{actor,id}')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended('saved views of ' || person, 0));
  IF EXISTS (SELECT 1 FROM saved_view WHERE id = view_key AND user_id <> person) THEN
    PERFORM refuse('SAVED_VIEW_OF_ANOTHER', 'This id is taken: make another one.', 'viewId');
  ELSIF EXISTS (
    SELECT 1
    FROM saved_view
    WHERE user_id = person AND id <> view_key
      AND list = input->>'list' AND lower(name) = lower(input->>'name')) THEN
    PERFORM refuse('SAVED_VIEW_NAME_TAKEN', 'You have a view of this name there.', 'name');
  ELSIF (
    SELECT count(*)
    FROM saved_view
    WHERE user_id = person AND id <> view_key AND list = input->>'list'
  ) >= (input->>'most')::integer THEN
    PERFORM refuse('SAVED_VIEWS_FULL', format(
      'You have %s views of this list: remove one first.', input->>'most'));
  END IF;
  INSERT INTO saved_view (id, user_id, list, name, filters, changed_at)
  VALUES (
    view_key, person, input->>'list', input->>'name', input->>'filters', context_at(ctx))
  ON CONFLICT (id) DO UPDATE
  SET list = excluded.list, name = excluded.name, filters = excluded.filters,
    changed_at = excluded.changed_at;
  RETURN '{}';
END $$;
