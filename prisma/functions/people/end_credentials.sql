-- Ends the keys of a person, and the codes for and by the person: letting the person in again does
-- not revive them.
CREATE OR REPLACE FUNCTION end_credentials(person uuid, moment timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE api_key SET revoked_at = moment WHERE user_id = person AND revoked_at IS NULL;
  UPDATE one_time_code
  SET ended_at = moment
  WHERE ended_at IS NULL AND (user_id = person OR created_by = person::text);
END $$;
