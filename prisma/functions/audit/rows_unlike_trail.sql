-- Rows of an audited table that are not what the audit trail says: changed, put in or taken out
-- behind its back. Compared is what the trail tells (audited_as): not the columns that it leaves
-- out, nor those that a later version has added.
--
-- Input:   table_name: a table with the trigger audit_change
-- Answer:  a place for each, such as `bank_account 0199…: number`; at most `places_max`
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION rows_unlike_trail(table_name text, places_max integer)
RETURNS TABLE (place text)
LANGUAGE plpgsql STABLE AS $body$
DECLARE
  audited record;
BEGIN
  SELECT * INTO audited FROM audited_as(table_name);
  RETURN QUERY EXECUTE format($$
    WITH told AS (
      SELECT a.row_id,
        (array_agg(a.action ORDER BY a.id DESC))[1] AS last_action,
        jsonb_object_agg(part.key, part.value ORDER BY a.id) FILTER (WHERE part.key IS NOT NULL)
          AS content
      FROM audit_row a
      LEFT JOIN jsonb_each(a.after) part ON true
      WHERE a.table_name = %1$L AND a.action IN ('insert', 'update', 'delete')
      GROUP BY a.row_id),
    compared AS (
      SELECT coalesce(told.row_id, found.row_id) AS row_id,
        CASE
          WHEN told.last_action IS NULL AND %4$L THEN 'is not in the audit trail'
          WHEN told.last_action = 'delete' AND found.row_id IS NOT NULL THEN 'is there again'
          WHEN told.last_action = 'delete' THEN NULL
          WHEN found.row_id IS NULL THEN 'is not there any more'
          ELSE (
            SELECT string_agg(now.key, ', ' ORDER BY now.key)
            FROM jsonb_each(found.content) now
            WHERE told.content ? now.key
              AND (%5$L::text[] IS NULL OR now.key = ANY (%5$L::text[]))
              AND now.value IS DISTINCT FROM
                to_jsonb(jsonb_populate_record(NULL::%1$I, told.content)) -> now.key)
        END AS difference
      FROM told
      FULL JOIN (SELECT %2$s AS row_id, to_jsonb(t) AS content FROM %1$I t) found USING (row_id))
    SELECT %1$L || ' ' || row_id || ': ' || difference
    FROM compared
    WHERE difference IS NOT NULL
    ORDER BY row_id
    LIMIT %3$s
  $$, table_name, audited.row_key, places_max, audited.tells_inserts, audited.columns);
END $body$;
