-- Begins a command: locks the books shared until the transaction ends, and sets the context for the
-- audit triggers: actor, origin, business time and request. A change without a context is a bug and
-- fails in the triggers.
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
