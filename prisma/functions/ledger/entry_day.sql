-- The day on which a journal entry is booked. A future day becomes the latest day that has begun in
-- the legal entity; a day in a closed period becomes the first open day after it.
--
-- Input:   entity: id of the legal entity; wished: the day of the document; at: business time of
--          the command
CREATE OR REPLACE FUNCTION entry_day(entity uuid, wished date, at timestamptz) RETURNS date
LANGUAGE plpgsql STABLE AS $$
DECLARE
  day date := wished;
BEGIN
  -- Only a day ahead of the entity's own needs a look at its stores.
  IF day > (SELECT (at AT TIME ZONE time_zone)::date FROM legal_entity WHERE id = entity) THEN
    day := least(day, latest_day(entity, at));
  END IF;
  RETURN first_open_day(entity, day);
END $$;
