-- Refuses to approve what somebody asked for who is no longer there.
--
-- Input:   the requester, as the request names it; the field that names the request
-- Refuses: SECOND_PERSON_REQUIRED
CREATE OR REPLACE FUNCTION check_asker(requested_by text, param text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM app_user WHERE id::text = requested_by AND NOT active) THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED',
      'Who asked for it is disabled: reject it, and let somebody else ask.', param);
  END IF;
END $$;
