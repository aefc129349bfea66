-- Begins the session of a person who has proved who it is, and writes the sign-in into the log: no
-- session is without its sign-in.
--
-- Input:   beginSession in prisma/commands/people.ts; moments in machine time
-- Answer:  the session; null when the person was disabled meanwhile
-- Locks:   the books (shared), the person (shared)
-- Refuses: none
-- Key:     tokenHash
CREATE OR REPLACE FUNCTION begin_session(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  person app_user%ROWTYPE;
  begun uuid;
  now timestamptz := (input->>'at')::timestamptz;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO person FROM app_user WHERE id = (input->>'userId')::uuid AND active FOR SHARE;
  IF NOT FOUND THEN
    RETURN '{"sessionId":null}';
  END IF;
  INSERT INTO session (
    token_hash, csrf_token, user_id, address, user_agent, created_at, expires_at, last_seen_at,
    password_at, provider_id, second_factor_there)
  VALUES (
    decode(input->>'tokenHash', 'hex'), input->>'csrfToken', person.id, input->>'address',
    input->>'userAgent', now, (input->>'expiresAt')::timestamptz, now, now,
    (input->>'providerId')::uuid, (input->>'secondFactorThere')::boolean)
  RETURNING id INTO begun;
  INSERT INTO sign_in (at, kind, email, user_id, address, user_agent, provider_id)
  VALUES (
    now, 'signed-in', person.email, person.id, input->>'address', input->>'userAgent',
    (input->>'providerId')::uuid);
  RETURN jsonb_build_object('sessionId', begun);
END $$;
