-- The first day from `wished` on that is still open for booking: `wished` itself, or the first day
-- after the closed periods around it. A day before all periods counts as closed as soon as the
-- first period is closed.
--
-- Input:   entity: id of the legal entity
CREATE OR REPLACE FUNCTION first_open_day(entity uuid, wished date) RETURNS date
LANGUAGE plpgsql STABLE AS $$
DECLARE
  closed_until date;
  day date := wished;
BEGIN
  LOOP
    SELECT closed.ends_on INTO closed_until
    FROM accounting_period closed
    WHERE closed.legal_entity_id = entity
      AND closed.state = 'closed'
      AND day <= closed.ends_on
      AND (day >= closed.starts_on OR NOT EXISTS (
        SELECT 1 FROM accounting_period earlier
        WHERE earlier.legal_entity_id = entity AND earlier.starts_on < closed.starts_on))
    ORDER BY closed.starts_on
    LIMIT 1;
    EXIT WHEN NOT FOUND;
    day := closed_until + 1;
  END LOOP;
  RETURN day;
END $$;
