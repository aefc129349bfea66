-- Gives a person another role, store or agency, disables the person, or lets the person in again.
-- Nobody changes the own role, and an administrator is left who can come in.
--
-- Input:   changePerson in prisma/commands/people.ts
-- Answer:  the role before
-- Locks:   the books (shared), the administrators, the person
-- Refuses: USER_NOT_FOUND, OWN_ROLE, LAST_ADMINISTRATOR
-- Key:     userId; again nothing changes
CREATE OR REPLACE FUNCTION change_person(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  person app_user%ROWTYPE;
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
  RETURN jsonb_build_object('roleBefore', person.role);
END $$;
