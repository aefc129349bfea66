-- The version of the agreement with an agency that holds for what is placed on a day: the latest of
-- those that have begun.
--
-- Answer:  null when none has begun
CREATE OR REPLACE FUNCTION agreement_in_force(agency_key uuid, day date) RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT max(version)
  FROM agreement
  WHERE agency_id = agency_key AND valid_from <= day
$$;
