-- Takes back all that an import has written, while nothing depends on it. Items and customers are
-- withdrawn and keep their numbers: a till may have sold to them meanwhile. What was booked is
-- booked back on its own day, so that every day shows the balance that it had.
--
-- Input:   undoImport in prisma/commands/imports.ts: `shown` is how many rows in the way are named
-- Answer:  kind 'undone' with the number of rows; 'in-use' with how many rows stand in the way and
--          the first of them, and nothing is changed; or 'second-person' for money and goods that
--          were brought in more than 24 hours ago: the caller asks (request_master_change)
-- Locks:   the books (shared), the import, what it wrote
-- Refuses: IMPORT_NOT_FOUND, IMPORT_UNDONE, IMPORT_UNFINISHED, IMPORT_WROTE_NOTHING
-- Key:     importId; again it is refused
CREATE OR REPLACE FUNCTION undo_import(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  import_key uuid := (input->>'importId')::uuid;
  brought import%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO brought FROM import WHERE id = import_key FOR UPDATE;
  PERFORM check_undoable_import(brought);
  -- What was brought in lately is a mistake that one person mends; later it is money given up.
  IF brought.kind IN ('receivables', 'balances', 'stock')
    AND brought.ended_at < context_at(ctx) - interval '24 hours' THEN
    RETURN '{"kind":"second-person"}';
  END IF;
  RETURN take_back_import(ctx, brought, (input->>'shown')::int);
END $$;
