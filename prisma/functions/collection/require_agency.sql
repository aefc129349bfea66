-- Answers the agency whose request this is. Commands for partners begin with it: without a
-- partner's request they fail, which is a bug of the caller.
CREATE OR REPLACE FUNCTION require_agency() RETURNS uuid
LANGUAGE plpgsql STABLE AS $$
DECLARE
  agency_key uuid := agency_of_request();
BEGIN
  IF agency_key IS NULL THEN
    RAISE EXCEPTION 'a command of an agency outside an agency''s request';
  END IF;
  RETURN agency_key;
END $$;
