-- Answers the agency in whose name the request of a collection partner runs; null in any other
-- request.
CREATE OR REPLACE FUNCTION agency_of_request() RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('lunas.agency_id', true), '')::uuid
$$;
