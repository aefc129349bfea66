-- What to say of a bank line whose own day cannot be booked on, and that is booked on `day` (or the first open one after
-- it): {otherDay: {bookedOn, why: 'day-to-come' | 'books-closed'}}. Nothing of the others. `today` is that of the entity.
CREATE OR REPLACE FUNCTION other_day(entity uuid, line bank_statement_line, today date, day date) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN x.why IS NULL THEN '{}'::jsonb
    ELSE jsonb_build_object('otherDay', jsonb_build_object('bookedOn', first_open_day(entity, day), 'why', x.why)) END
  FROM (SELECT CASE WHEN line.booking_date > today THEN 'day-to-come'
    WHEN first_open_day(entity, line.booking_date) <> line.booking_date THEN 'books-closed' END AS why) x
$$;
