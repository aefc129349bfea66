-- Chooses the dunning policy of a customer in a currency on a day: that of the segment, else the
-- general one, each in its latest version that has begun.
--
-- Answer:  all columns are null when there is none; what holds then is NO_POLICY in
--          activities/dunning/dunning-policy-of.ts
CREATE OR REPLACE FUNCTION choose_dunning_policy(customer_segment text, unit text, on_day date)
RETURNS dunning_policy
LANGUAGE sql STABLE AS $$
  SELECT policy.*
  FROM dunning_policy policy
  WHERE policy.currency = unit
    AND (policy.segment = customer_segment OR policy.segment IS NULL)
    AND policy.in_force_from <= on_day
  ORDER BY policy.segment NULLS LAST, policy.in_force_from DESC
  LIMIT 1
$$;
