-- Whether every transaction up to this number has ended, so that all their rows are visible or
-- rolled back.
--
-- Input:   up_to: a transaction number, such as audit_horizon answers
CREATE OR REPLACE FUNCTION transactions_have_ended(up_to xid8) RETURNS boolean
LANGUAGE sql VOLATILE AS $$
  SELECT pg_snapshot_xmin(pg_current_snapshot()) > up_to
$$;
