-- Replaces the password of the person whose open session it is, and ends the others of the person.
--
-- Input:   replacePassword in prisma/commands/people.ts; `now` in machine time
-- Answer:  the sessions that ended; null when the own one is not open any more
-- Locks:   the books (shared), the session, the person
-- Refuses: none
-- Key:     none; again the same
CREATE OR REPLACE FUNCTION replace_password(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own session%ROWTYPE;
  now timestamptz := (input->>'now')::timestamptz;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO own
  FROM session
  WHERE id = (input->>'sessionId')::uuid AND ended_at IS NULL AND expires_at > now
  FOR UPDATE;
  IF NOT FOUND THEN
    RETURN '{"ended":null}';
  END IF;
  UPDATE app_user SET password_hash = input->>'passwordHash' WHERE id = own.user_id;
  RETURN jsonb_build_object('ended', end_sessions(own.user_id, now, own.id));
END $$;
