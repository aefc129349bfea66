-- Writes one row into the audit trail: who did what, from where, when and under which request, as
-- the context of the command says it. A change outside of a command is a bug and fails. SECURITY
-- DEFINER: only this function may write into the trail.
--
-- Input:   action: 'insert', 'update', 'delete', or the name of a command; before and after: the
--          row or the columns that differ
CREATE OR REPLACE FUNCTION write_audit(
  action text, table_name text, row_id text, before jsonb, after jsonb)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ctx jsonb := nullif(current_setting('lunas.context', true), '')::jsonb;
BEGIN
  IF ctx IS NULL THEN
    RAISE EXCEPTION 'a change of % without a command context', table_name;
  END IF;
  -- The transaction gets its number before the row gets its id: audit_horizon counts on that.
  PERFORM pg_current_xact_id();
  INSERT INTO audit_row (
    at, actor_kind, actor_id, actor_name, origin, request_id,
    action, table_name, row_id, before, after)
  VALUES (
    context_at(ctx),
    ctx#>>'{actor,kind}',
    ctx#>>'{actor,id}',
    ctx#>>'{actor,name}',
    ctx->>'origin',
    ctx->>'requestId',
    action,
    table_name,
    row_id,
    before,
    after);
END $$;
