-- How many seconds the oldest row of the outbox has waited for the starter; 0 when none waits. Rows
-- that are held, and rows that were tried and failed, do not count: the starter works on those.
CREATE OR REPLACE FUNCTION outbox_age() RETURNS double precision
LANGUAGE sql STABLE AS $$
  SELECT coalesce(extract(epoch FROM clock_timestamp() - least(
    (SELECT min(created_at) FROM workflow_start
     WHERE started_at IS NULL AND NOT held AND attempts = 0),
    (SELECT min(created_at) FROM poke WHERE sent_at IS NULL AND NOT held))), 0)::double precision
$$;
