-- The detail of a bank line that is booked on another day than its own: the booking day and the
-- reason. Empty for a line that is booked on its own day.
--
-- Input:   the legal entity, the line, today in the zone of the entity, and the day on which it is
--   booked unless the books are closed then
-- Answer:  {otherDay: {bookedOn, why: 'day-to-come' | 'books-closed'}}, or {}
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION other_day_detail(
  entity uuid, line bank_statement_line, today date, day date
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN reason.why IS NULL THEN '{}'::jsonb
    ELSE jsonb_build_object('otherDay', jsonb_build_object(
      'bookedOn', first_open_day(entity, day), 'why', reason.why))
  END
  FROM (
    SELECT CASE
      WHEN line.booking_date > today THEN 'day-to-come'
      WHEN first_open_day(entity, line.booking_date) <> line.booking_date THEN 'books-closed'
    END AS why
  ) reason
$$;
