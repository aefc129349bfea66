-- Checks whether the period of a sale's day is still open. Answers a list of exceptions, empty when
-- it is: a sale that has happened already is booked on the first open day and reported as a late
-- arrival.
--
-- Input:   as capture_sale
-- Refuses: PERIOD_CLOSED, online only
CREATE OR REPLACE FUNCTION check_sale_day(input jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
  day date := (input->>'businessDate')::date;
BEGIN
  IF first_open_day((input->>'legalEntityId')::uuid, day) = day THEN
    RETURN '[]';
  END IF;
  IF input->>'mode' = 'online' THEN
    PERFORM refuse('PERIOD_CLOSED', format('The books of %s are closed.', day), 'businessDate');
  END IF;
  RETURN jsonb_build_array(jsonb_build_object(
    'kind', 'late-arrival', 'detail', format('the books of %s were closed', day)));
END $$;
