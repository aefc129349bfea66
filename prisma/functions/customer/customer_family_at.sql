-- The customers that were one with a customer at the end of a day (customer_family: now). Merges
-- and their undoing since then change nothing about it.
--
-- Answer:  ids
CREATE OR REPLACE FUNCTION customer_family_at(customer_key uuid, day date) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 2 AS $$
  WITH RECURSIVE kin (id) AS (
    SELECT customer_key
    UNION
    SELECT CASE m.kept_id WHEN k.id THEN m.merged_id ELSE m.kept_id END
    FROM kin k
    JOIN customer_merge m ON k.id IN (m.kept_id, m.merged_id)
  ), stood AS (
    SELECT c.id, coalesce(
      CASE WHEN past.held IS NULL THEN c.merged_into_id
        ELSE (past.held->>'merged_into_id')::uuid END,
      c.id) AS head_id
    FROM kin
    JOIN customer c ON c.id = kin.id
    CROSS JOIN LATERAL (
      SELECT held_then('customer', c.id::text, 'merged_into_id', day, c.time_zone) AS held) past
  )
  SELECT member.id
  FROM stood own
  JOIN stood member ON member.head_id = own.head_id
  WHERE own.id = customer_key
$$;
