-- The audit trail is sealed in chunks: each seal holds what every row of its range was, and the seal before it.

-- `leaves`: for each row its id (8 bytes, big-endian) and the SHA-256 of its canonical content, ascending, so
-- that a finding names the row and not only the seal. `key_id`: which public key the signature belongs to.
ALTER TABLE audit_seal
  ADD COLUMN leaves bytea NOT NULL,
  ADD COLUMN key_id text NOT NULL,
  ADD CONSTRAINT audit_seal_rows CHECK (first_row <= last_row),
  ADD CONSTRAINT audit_seal_digests CHECK (length(digest) = 32 AND length(previous_digest) = 32),
  ADD CONSTRAINT audit_seal_leaves CHECK (length(leaves) > 0 AND length(leaves) % 40 = 0);

-- A seal has one successor: of two workers that seal at once, one is refused and looks again.
CREATE UNIQUE INDEX audit_seal_previous_digest_key ON audit_seal (previous_digest);

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

-- How far the trail could be sealed, once every transaction that is under way now has ended: the highest id that
-- was given to anybody, and a transaction number above all that had been given out by then. Only in this order:
-- whoever holds an id up to `last_row` has a number below `settled_after`.
CREATE FUNCTION audit_horizon(OUT last_row bigint, OUT settled_after xid8, OUT noted_at timestamptz)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  SELECT s.last_value INTO last_row FROM audit_row_id_seq s;
  settled_after := pg_current_xact_id();
  noted_at := date_trunc('milliseconds', clock_timestamp());
END $$;

-- Every transaction up to this number has ended: whatever it wrote is visible now, or never will be.
CREATE FUNCTION is_settled(up_to xid8) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT pg_snapshot_xmin(pg_current_snapshot()) > up_to
$$;

REVOKE EXECUTE ON FUNCTION audit_horizon(), is_settled(xid8) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_horizon(), is_settled(xid8) TO lunas_app;
