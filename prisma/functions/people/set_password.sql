-- Sets the password of whoever hands in a code of an invitation or a reset. Of two who hand in the
-- same code one sets it.
--
-- Input:   setPassword in prisma/commands/people.ts; `now` in machine time
-- Answer:  whether it was set: not when the code was used, was replaced or is too old, or when its
--          person was disabled meanwhile
-- Locks:   the books (shared), the code, the person
-- Refuses: none
-- Key:     codeHash; again nothing is set
CREATE OR REPLACE FUNCTION set_password(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  person uuid;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE one_time_code
  SET ended_at = context_at(ctx)
  WHERE secret_hash = decode(input->>'codeHash', 'hex') AND purpose = 'password'
    AND ended_at IS NULL AND expires_at > (input->>'now')::timestamptz
  RETURNING user_id INTO person;
  UPDATE app_user
  SET password_hash = input->>'passwordHash', password_set_at = context_at(ctx)
  WHERE id = person AND active;
  RETURN jsonb_build_object('isSet', FOUND);
END $$;
