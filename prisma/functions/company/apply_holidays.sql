-- Gives the holidays of a year in a country, in place of those that were given before.
--
-- Input:   given: {country, year, days: [{date, kind, name: {id, en}}]}
-- Locks:   the holidays of the year, the work item
CREATE OR REPLACE FUNCTION apply_holidays(ctx jsonb, given jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM holiday
  WHERE country = given->>'country' AND extract(year FROM day) = (given->>'year')::int;
  INSERT INTO holiday (country, day, kind, name_id, name_en)
  SELECT
    given->>'country', (one->>'date')::date, one->>'kind', one#>>'{name,id}', one#>>'{name,en}'
  FROM jsonb_array_elements(given->'days') one;
  PERFORM end_work_item(
    ctx, 'holidays-missing', format('%s:%s', given->>'country', given->>'year'));
END $$;
