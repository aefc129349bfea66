-- Writes a note at a work item, for whoever looks at it next. It is written beside those of others
-- and changes nothing of them.
--
-- Input:   noteWorkItem in prisma/commands/lifecycle.ts
-- Answer:  {noteId}
-- Locks:   the books (shared)
-- Refuses: PERSON_REQUIRED
-- Key:     none: a second call writes a second note
CREATE OR REPLACE FUNCTION note_work_item(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  note_key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  IF ctx#>>'{actor,kind}' <> 'user' THEN
    PERFORM refuse('PERSON_REQUIRED', 'Only a person writes notes.');
  END IF;
  INSERT INTO work_note (id, work_item_id, text, written_at, written_by, written_by_name)
  VALUES (
    note_key, (input->>'workItemId')::uuid, input->>'text', context_at(ctx), ctx#>>'{actor,id}',
    ctx#>>'{actor,name}');
  RETURN jsonb_build_object('noteId', note_key);
END $$;
