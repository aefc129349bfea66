-- How a request that is no longer open ended, for the refusal of another decision.
CREATE OR REPLACE FUNCTION how_it_ended(state text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE state WHEN 'lapsed' THEN 'The request lapsed: nothing of the invoice was left to pay.'
    ELSE format('The request was %s before.', state) END
$$;
