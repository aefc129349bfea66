-- Takes an import back that two people agreed to take back.
--
-- Input:   wanted: {importId}
-- Locks:   the import, what it wrote
-- Refuses: IMPORT_NOT_FOUND, IMPORT_UNDONE, IMPORT_UNFINISHED, IMPORT_WROTE_NOTHING, IMPORT_IN_USE
CREATE OR REPLACE FUNCTION apply_import_undoing(ctx jsonb, wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  brought import%ROWTYPE;
BEGIN
  SELECT * INTO brought FROM import WHERE id = (wanted->>'importId')::uuid FOR UPDATE;
  PERFORM check_undoable_import(brought);
  IF take_back_import(ctx, brought, 1)->>'kind' = 'in-use' THEN
    PERFORM refuse('IMPORT_IN_USE',
      'Something depends on a row of it by now: reject this, and correct the rows by hand.',
      'importId');
  END IF;
END $$;
