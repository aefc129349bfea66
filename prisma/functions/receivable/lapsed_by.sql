-- What an event says of a request that lapsed: the kind of allocation that left it without a cause.
CREATE OR REPLACE FUNCTION lapsed_by(ended jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN ended ? 'settledBy' THEN jsonb_build_object('detail', jsonb_build_object('settledBy', ended->'settledBy'))
    ELSE '{}' END
$$;
