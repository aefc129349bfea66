-- The payments that belonged to a customer, or to those who were one with it, at the end of a day.
-- Money that has got a customer since, or lost its one, does not change a past day (held_then).
--
-- Answer:  ids, also of payments that were used up
CREATE OR REPLACE FUNCTION payments_of_then(customer_key uuid, day date) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
  WITH family AS (
    SELECT ARRAY(SELECT customer_family_at(customer_key, day)) AS ids
  ), once AS (
    SELECT p.id
    FROM payment p
    WHERE p.customer_id = ANY ((SELECT ids FROM family)::uuid[])
    UNION
    SELECT r.row_id::uuid
    FROM audit_row r
    WHERE r.table_name = 'payment' AND r.action = 'update' AND r.before ? 'customer_id'
      AND r.before->>'customer_id' = ANY ((SELECT ids FROM family)::text[])
  )
  SELECT p.id
  FROM once
  JOIN payment p ON p.id = once.id
  JOIN legal_entity e ON e.id = p.legal_entity_id
  CROSS JOIN family
  CROSS JOIN LATERAL (
    SELECT held_then('payment', p.id::text, 'customer_id', day, e.time_zone) AS held) past
  WHERE CASE WHEN past.held IS NULL THEN p.customer_id
    ELSE (past.held->>'customer_id')::uuid END = ANY (family.ids)
$$;
