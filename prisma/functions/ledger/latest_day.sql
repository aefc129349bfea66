-- The latest day that has begun anywhere in a legal entity: its own, or that of a store further
-- east.
--
-- Five minutes are added for differences between clocks: the day may come from another clock than
-- the time of the command.
--
-- Input:   entity: id of the legal entity; at: business time of the command
CREATE OR REPLACE FUNCTION latest_day(entity uuid, at timestamptz) RETURNS date
LANGUAGE sql STABLE AS $$
  SELECT max(((at + interval '5 minutes') AT TIME ZONE place.time_zone)::date)
  FROM (
    SELECT time_zone FROM legal_entity WHERE id = entity
    UNION
    SELECT time_zone FROM store WHERE legal_entity_id = entity
  ) place
$$;
