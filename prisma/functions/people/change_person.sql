-- Gives a person another role, store or agency, disables the person, or lets the person in again.
-- Nobody changes the own role, and an administrator is left who can come in. Keys get the role too;
-- when the role changes or ends, sessions end, and with the person the keys and codes.
--
-- Input:   changePerson in prisma/commands/people.ts; `now` in machine time
-- Answer:  {}
-- Locks:   the books (shared), the administrators, the person
-- Refuses: USER_NOT_FOUND, OWN_ROLE, LAST_ADMINISTRATOR
-- Key:     userId; again nothing changes
CREATE OR REPLACE FUNCTION change_person(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  person app_user%ROWTYPE;
  -- Who goes over to an agency, or comes from one, takes no key and no code along.
  is_over boolean;
  keeps_administering boolean := input->>'role' = 'admin' AND (input->>'active')::boolean;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(5016219384734);
  SELECT * INTO person FROM app_user WHERE id = (input->>'userId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('USER_NOT_FOUND', 'There is no such person.', 'userId');
  ELSIF ctx#>>'{actor,id}' = person.id::text THEN
    PERFORM refuse('OWN_ROLE', 'Another administrator changes your role.', 'userId');
  ELSIF person.role = 'admin' AND NOT keeps_administering AND NOT EXISTS (
    -- Who never set a password cannot come in.
    SELECT 1
    FROM app_user
    WHERE role = 'admin' AND active AND password_set_at IS NOT NULL AND id <> person.id) THEN
    PERFORM refuse('LAST_ADMINISTRATOR', 'The company has no other administrator.');
  END IF;
  UPDATE app_user
  SET role = input->>'role',
    store_id = (input->>'storeId')::uuid,
    agency_id = (input->>'agencyId')::uuid,
    active = (input->>'active')::boolean,
    name = input->>'name',
    language = input->>'language'
  WHERE id = person.id;
  is_over := NOT (input->>'active')::boolean
    OR person.agency_id IS DISTINCT FROM (input->>'agencyId')::uuid;
  IF is_over THEN
    PERFORM end_credentials(person.id, context_at(ctx));
  END IF;
  UPDATE api_key
  SET role = input->>'role'
  WHERE user_id = person.id AND revoked_at IS NULL AND role <> input->>'role';
  IF is_over OR person.role <> input->>'role' THEN
    PERFORM end_sessions(person.id, (input->>'now')::timestamptz);
  END IF;
  -- Another role or store ends the PIN for the tills too.
  IF is_over OR person.role <> input->>'role'
    OR person.store_id IS DISTINCT FROM (input->>'storeId')::uuid THEN
    DELETE FROM staff_pin WHERE user_id = person.id;
  END IF;
  RETURN '{}';
END $$;
