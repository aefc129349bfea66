-- Answers the agency whose request this is; null when no collection partner calls.
CREATE OR REPLACE FUNCTION agency_of_request() RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('lunas.agency_id', true), '')::uuid
$$;
