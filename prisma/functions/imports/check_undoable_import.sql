-- Refuses to undo an import that is not there, was undone, still writes, or wrote nothing.
--
-- Input:   the import, locked; all empty when there is none
-- Refuses: IMPORT_NOT_FOUND, IMPORT_UNDONE, IMPORT_UNFINISHED, IMPORT_WROTE_NOTHING
CREATE OR REPLACE FUNCTION check_undoable_import(brought import) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF brought.id IS NULL THEN
    PERFORM refuse('IMPORT_NOT_FOUND', 'There is no such import.', 'importId');
  ELSIF brought.state = 'undone' THEN
    PERFORM refuse('IMPORT_UNDONE', 'The import was undone before.', 'importId');
  ELSIF brought.state IN ('received', 'read') THEN
    PERFORM refuse(
      'IMPORT_UNFINISHED',
      'The import still writes its rows: undo it when it has ended.',
      'importId');
  ELSIF NOT EXISTS (
    SELECT 1 FROM import_row WHERE import_id = brought.id AND state = 'written')
  THEN
    PERFORM refuse('IMPORT_WROTE_NOTHING', 'The import has written no row.', 'importId');
  END IF;
END $$;
