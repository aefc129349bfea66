-- Removes the totals of an old system that an import has brought in; the audit trail keeps them.
--
-- Input:   the import
-- Locks:   the totals
CREATE OR REPLACE FUNCTION take_back_day_totals(import_key uuid) RETURNS void
LANGUAGE sql AS $$
  DELETE FROM shadow_day_total
  WHERE id IN (
    SELECT subject_id::uuid FROM import_row WHERE import_id = import_key AND state = 'written')
$$;
