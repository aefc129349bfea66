-- As before, and the transaction has its number before the row has its id, whoever calls it: `audit_horizon`
-- counts on that.
CREATE OR REPLACE FUNCTION write_audit(action text, table_name text, row_id text, before jsonb, after jsonb)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ctx jsonb := nullif(current_setting('lunas.context', true), '')::jsonb;
BEGIN
  IF ctx IS NULL THEN
    RAISE EXCEPTION 'a change of % without a command context', table_name;
  END IF;
  PERFORM pg_current_xact_id();
  INSERT INTO audit_row (at, actor_kind, actor_id, actor_name, origin, request_id,
    action, table_name, row_id, before, after)
  VALUES (context_at(ctx), ctx#>>'{actor,kind}', ctx#>>'{actor,id}', ctx#>>'{actor,name}',
    ctx->>'origin', ctx->>'requestId', action, table_name, row_id, before, after);
END $$;
