-- Removes a view of the person who asks. The trail keeps what it was.
--
-- Input:   removeSavedView in prisma/commands/people.ts
-- Answer:  {}
-- Locks:   the books (shared), the view
-- Refuses: nothing: a view that is not there, or is another person's, is no matter
-- Key:     viewId
CREATE OR REPLACE FUNCTION remove_saved_view(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  DELETE FROM saved_view
  WHERE id = (input->>'viewId')::uuid AND user_id = (ctx#>>'{actor,id}')::uuid;
  RETURN '{}';
END $$;
