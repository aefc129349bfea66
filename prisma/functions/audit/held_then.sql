-- What a row held at the end of a day in a column that was changed since: what the first change
-- after that day replaced, with the other columns of that change. Past days show it, because the
-- row itself tells only of now.
--
-- Input:   the table, the id of the row, the column; the day, and the zone in which it ends
-- Answer:  columns and values; null when the column was not changed since
-- Locks:   none
CREATE OR REPLACE FUNCTION held_then(
  held_in text, row_key text, held_column text, day date, zone text
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT r.before
  FROM audit_row r
  WHERE r.table_name = held_in
    AND r.row_id = row_key
    AND r.action = 'update'
    AND r.before ? held_column
    AND (r.at AT TIME ZONE zone)::date > day
  ORDER BY r.id
  LIMIT 1
$$;
