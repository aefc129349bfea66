-- Every command says who acts, from where, when (business time) and under which request; the audit
-- triggers read it. A change without a context is a bug and fails there.
CREATE OR REPLACE FUNCTION enter_context(ctx jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(books_lock());
  PERFORM set_config('lunas.context', ctx::text, true);
END $$;
