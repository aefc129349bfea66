-- Every transaction up to this number has ended: whatever it wrote is visible now, or never will be.
CREATE OR REPLACE FUNCTION is_settled(up_to xid8) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT pg_snapshot_xmin(pg_current_snapshot()) > up_to
$$;
