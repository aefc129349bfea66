-- Refuses an approval by the person who asked, or by a machine.
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
END $$;
