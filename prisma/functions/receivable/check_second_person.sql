-- Refuses an approval by the person who asked, by a machine, and by who is no second person: one of
-- the two let the other in lately, or somebody else has just reset the way in of who approves.
--
-- Input:   the requester, as the request names it; the sentence for that person; the field that
--          names the request
-- Locks:   none: the caller holds the request
-- Refuses: PERSON_REQUIRED, SECOND_PERSON_REQUIRED
CREATE OR REPLACE FUNCTION check_second_person(
  ctx jsonb, requested_by text, detail text, param text
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF ctx#>>'{actor,kind}' <> 'user' THEN
    PERFORM refuse('PERSON_REQUIRED', 'Only a person can agree to what another one asked for.');
  END IF;
  IF ctx#>>'{actor,id}' = requested_by THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED', detail, param);
  END IF;
  IF let_in_by(ctx, ctx#>>'{actor,id}', requested_by)
    OR let_in_by(ctx, requested_by, ctx#>>'{actor,id}')
  THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED',
      'One of the two gave the other access within 30 days: a third person decides.', param);
  ELSIF way_in_was_reset(ctx, ctx#>>'{actor,id}') THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED',
      'Somebody else reset your password or second factor within a day: another person decides.',
      param);
  END IF;
END $$;
