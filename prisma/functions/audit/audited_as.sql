-- What the trigger audit_change of a table tells.
--
-- Answer:  row_key: the id of a row in the trail as an expression over the columns of its table
--          `t`, such as `t.id::text`: the arguments of the trigger, joined by '/'; tells_inserts:
--          false where a new row is told of by another; columns: the columns whose changes are
--          told, NULL for all
-- Locks:   none
-- Refuses: none; a table without the trigger is a bug and gives NULL
CREATE OR REPLACE FUNCTION audited_as(
  table_name text, OUT row_key text, OUT tells_inserts boolean, OUT columns text[])
LANGUAGE sql STABLE AS $$
  SELECT
    (SELECT string_agg(format('t.%I::text', key_column), $q$ || '/' || $q$ ORDER BY position)
     FROM regexp_split_to_table(rtrim(encode(t.tgargs, 'escape'), '\000'), '\\000')
       WITH ORDINALITY AS keys(key_column, position)),
    -- Bit 2 of the type of a trigger: it fires on INSERT.
    t.tgtype::integer & 4 <> 0,
    (SELECT array_agg(a.attname::text)
     FROM pg_attribute a
     WHERE a.attrelid = t.tgrelid AND a.attnum = ANY (t.tgattr))
  FROM pg_trigger t
  JOIN pg_proc p ON p.oid = t.tgfoid AND p.proname = 'audit_change'
  WHERE t.tgrelid = to_regclass(table_name)
$$;
