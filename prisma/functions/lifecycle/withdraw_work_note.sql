-- Takes a note at a work item back. The trail keeps what it said.
--
-- Input:   withdrawWorkNote in prisma/commands/lifecycle.ts
-- Answer:  {}
-- Locks:   the books (shared), the note
-- Refuses: WORK_NOTE_NOT_FOUND when it is not there, is another person's, or was taken back before
-- Key:     the note
CREATE OR REPLACE FUNCTION withdraw_work_note(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE work_note
  SET withdrawn_at = context_at(ctx)
  WHERE id = (input->>'noteId')::uuid
    AND written_by = ctx#>>'{actor,id}'
    AND withdrawn_at IS NULL;
  IF NOT FOUND THEN
    PERFORM refuse('WORK_NOTE_NOT_FOUND', 'You have no such note there.', 'noteId');
  END IF;
  RETURN '{}';
END $$;
