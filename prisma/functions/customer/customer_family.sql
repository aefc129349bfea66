-- The customers that are one with a customer since they were merged: the one that stands for all,
-- and all that were merged into it; the customer alone when it was never merged. What they owe and
-- what is known against them counts together.
--
-- Answer:  ids
CREATE OR REPLACE FUNCTION customer_family(customer_key uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 2 AS $$
  SELECT member.id
  FROM customer c
  JOIN customer member
    ON member.id = coalesce(c.merged_into_id, c.id)
    OR member.merged_into_id = coalesce(c.merged_into_id, c.id)
  WHERE c.id = customer_key
$$;
