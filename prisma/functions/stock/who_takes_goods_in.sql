-- Who takes goods into stock, as the limit for one person counts it: the person or the key that
-- calls, or whoever handed in the file of an import. The processes themselves are nobody.
--
-- Answer:  the id as the context names it, or null
CREATE OR REPLACE FUNCTION who_takes_goods_in(ctx jsonb) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN ctx#>>'{actor,kind}' <> 'system' THEN ctx#>>'{actor,id}'
    WHEN ctx->>'origin' LIKE 'import:%' THEN (
      SELECT received_by
      FROM import
      WHERE 'import:' || id = ctx->>'origin')
    ELSE (
      SELECT key_id
      FROM api_key
      WHERE key_id = ctx#>>'{actor,id}')
  END
$$;
