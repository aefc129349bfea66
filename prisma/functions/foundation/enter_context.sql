-- Begins a command: holds the books shared until the transaction ends, and says who acts, from
-- where, when (business time) and under which request. The audit triggers read it; a change without
-- a context is a bug and fails there.
--
-- Input:   ctx: {actor: {kind, id, name}, origin, requestId, at}, see domain/context.ts
-- Locks:   the books (shared)
-- Key:     entering again in the same transaction changes nothing but the context
CREATE OR REPLACE FUNCTION enter_context(ctx jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(books_lock());
  PERFORM set_config('lunas.context', ctx::text, true);
END $$;
