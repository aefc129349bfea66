-- Looks at the day and the moment of a sale. A sale that has happened already is booked: on the
-- first open day and as a late arrival when its period is closed, and told as backdated when it is
-- said to have happened more than seven days ago, longer than a till is without a connection.
--
-- Input:   as capture_sale; now: business time
-- Answer:  the exceptions, empty when there is none
-- Refuses: PERIOD_CLOSED, online only
CREATE OR REPLACE FUNCTION check_sale_day(input jsonb, now timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
  away_max CONSTANT interval := '7 days';
  day date := (input->>'businessDate')::date;
  exceptions jsonb := '[]';
BEGIN
  IF first_open_day((input->>'legalEntityId')::uuid, day) <> day THEN
    IF input->>'mode' = 'online' THEN
      PERFORM refuse('PERIOD_CLOSED', format('The books of %s are closed.', day), 'businessDate');
    END IF;
    exceptions := jsonb_build_array(jsonb_build_object(
      'kind', 'late-arrival', 'detail', format('the books of %s were closed', day)));
  END IF;
  IF input->>'mode' = 'completed'
      AND (input->>'capturedAt')::timestamptz < now - away_max THEN
    exceptions := exceptions || jsonb_build_array(jsonb_build_object(
      'kind', 'sale-backdated',
      'detail', format('it says %s, %s days before it came', day,
        extract(day FROM now - (input->>'capturedAt')::timestamptz))));
  END IF;
  RETURN exceptions;
END $$;
