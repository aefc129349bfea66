-- The business time of a command, from its context.
CREATE OR REPLACE FUNCTION context_at(ctx jsonb) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$
  SELECT (ctx->>'at')::timestamptz
$$;
