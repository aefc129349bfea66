-- The day on which a command runs, in the time zone of the company.
CREATE OR REPLACE FUNCTION company_day(ctx jsonb) RETURNS date
LANGUAGE sql STABLE AS $$
  SELECT (context_at(ctx) AT TIME ZONE time_zone)::date
  FROM legal_entity
  ORDER BY id
  LIMIT 1
$$;
