-- Disables the customers that an import has added. The number stays theirs.
--
-- Input:   the import
-- Locks:   none; lock_imported has locked the customers
-- Refuses: none
CREATE OR REPLACE FUNCTION take_back_customers(import_key uuid) RETURNS void
LANGUAGE sql AS $$
  UPDATE customer c
  SET active = false, inactive_reason = 'The import that added it was undone.'
  FROM import_row r
  WHERE r.import_id = import_key
    AND r.state = 'written'
    AND r.changes IS NULL
    AND c.id = r.subject_id::uuid
    AND c.active
$$;
