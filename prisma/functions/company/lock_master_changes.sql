-- Orders those who ask for changes of masters and those who decide on them, until the transaction
-- ends: what one of them checks, no other changes meanwhile.
CREATE OR REPLACE FUNCTION lock_master_changes() RETURNS void
LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(5016219384736)
$$;
