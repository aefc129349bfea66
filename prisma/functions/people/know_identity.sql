-- Says who somebody is whom a provider has let in. The first time the identity becomes that of the
-- person with the e-mail address that the provider has verified, or of a new person where it admits
-- everybody; from then on it is issuer and subject alone.
--
-- Input:   knowIdentity in prisma/commands/people.ts; `email` is null when it was not verified
-- Answer:  the person
-- Locks:   the books (shared), the provider (shared), who becomes known, the person
-- Refuses: PROVIDER_OFF, EMAIL_NOT_VERIFIED, PERSON_NOT_INVITED, IDENTITY_OF_ANOTHER,
--          PERSON_DISABLED
-- Key:     issuer and subject; again the same person
CREATE OR REPLACE FUNCTION know_identity(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  provider identity_provider%ROWTYPE;
  person app_user%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO provider
  FROM identity_provider
  WHERE id = (input->>'providerId')::uuid AND issuer = input->>'issuer' AND active
  FOR SHARE;
  IF NOT FOUND THEN
    PERFORM refuse('PROVIDER_OFF', 'Nobody signs in by this provider now.');
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('who becomes known', 0));
  SELECT app_user.* INTO person
  FROM person_identity JOIN app_user ON app_user.id = user_id
  WHERE person_identity.issuer = provider.issuer AND subject = input->>'subject';
  IF NOT FOUND THEN
    person := person_to_know(provider, input, context_at(ctx));
  END IF;
  IF person.agency_id IS NOT NULL THEN
    PERFORM refuse('IDENTITY_OF_ANOTHER', 'People of agencies sign in by a password.');
  ELSIF NOT person.active THEN
    PERFORM refuse('PERSON_DISABLED', 'An administrator has disabled this person.');
  END IF;
  INSERT INTO person_identity (issuer, subject, user_id, linked_at)
  VALUES (provider.issuer, input->>'subject', person.id, context_at(ctx))
  ON CONFLICT (issuer, subject) DO NOTHING;
  RETURN jsonb_build_object('userId', person.id);
END $$;
