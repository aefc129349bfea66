-- Takes the password of a person away, until the person sets another one by a code; sessions, keys
-- and codes end.
--
-- Input:   takePassword in prisma/commands/people.ts; `now` in machine time, `passwordHash` of what
--          nobody knows, so that a refused sign-in takes as long as it did
-- Answer:  {}
-- Locks:   the books (shared), the person
-- Refuses: USER_NOT_FOUND
-- Key:     userId; again nothing but the hash changes
CREATE OR REPLACE FUNCTION take_password(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  person uuid := (input->>'userId')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE app_user
  SET password_hash = input->>'passwordHash', password_set_at = NULL
  WHERE id = person;
  IF NOT FOUND THEN
    PERFORM refuse('USER_NOT_FOUND', 'There is no such person.', 'userId');
  END IF;
  PERFORM end_sessions(person, (input->>'now')::timestamptz);
  PERFORM end_credentials(person, context_at(ctx));
  RETURN '{}';
END $$;
