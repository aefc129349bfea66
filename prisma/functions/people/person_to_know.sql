-- The person whom an identity that nobody has yet becomes: the one with its verified e-mail
-- address, who has no other identity, or a new one where the provider admits everybody.
--
-- Refuses: EMAIL_NOT_VERIFIED, IDENTITY_OF_ANOTHER, PERSON_NOT_INVITED
CREATE OR REPLACE FUNCTION person_to_know(
  provider identity_provider, input jsonb, moment timestamptz) RETURNS app_user
LANGUAGE plpgsql AS $$
DECLARE
  person app_user%ROWTYPE;
BEGIN
  IF input->>'email' IS NULL THEN
    PERFORM refuse('EMAIL_NOT_VERIFIED', 'The provider does not say that it verified the address.');
  END IF;
  SELECT * INTO person FROM app_user WHERE email = input->>'email' FOR UPDATE;
  IF FOUND THEN
    IF EXISTS (SELECT 1 FROM person_identity WHERE user_id = person.id) THEN
      PERFORM refuse('IDENTITY_OF_ANOTHER', 'The person with this address signs in another way.');
    END IF;
    RETURN person;
  END IF;
  IF provider.admits = 'invited' THEN
    PERFORM refuse('PERSON_NOT_INVITED', 'Nobody has invited this address.');
  END IF;
  INSERT INTO app_user (email, name, role, language, password_hash, store_id, created_at)
  VALUES (
    input->>'email', input->>'name', input->>'role', input->>'language', input->>'passwordHash',
    (input->>'storeId')::uuid, moment)
  RETURNING * INTO person;
  RETURN person;
END $$;
