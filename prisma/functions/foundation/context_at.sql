-- The business time of a command, as its context says it.
CREATE OR REPLACE FUNCTION context_at(ctx jsonb) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$
  SELECT (ctx->>'at')::timestamptz
$$;
