-- The tables whose changes the audit trail tells of, and whether they still have the trigger
-- audit_change that tells them.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION audited_tables() RETURNS TABLE (table_name text, is_told boolean)
LANGUAGE sql STABLE AS $$
  SELECT name, bool_or(has_trigger)
  FROM (
    SELECT t.tgrelid::regclass::text AS name, t.tgenabled <> 'D' AS has_trigger
    FROM pg_trigger t
    JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE p.proname = 'audit_change'
    UNION ALL
    SELECT DISTINCT a.table_name, false
    FROM audit_row a
    WHERE a.action IN ('insert', 'update', 'delete')
  ) tables
  GROUP BY name
  ORDER BY name
$$;
