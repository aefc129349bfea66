-- The policy of a customer in a currency: that of the segment, else the general one. All columns
-- are null when there is none.
CREATE OR REPLACE FUNCTION dunning_policy_row(customer_segment text, unit text)
RETURNS dunning_policy
LANGUAGE sql STABLE AS $$
  SELECT policy.*
  FROM dunning_policy policy
  WHERE policy.currency = unit
    AND (policy.segment = customer_segment OR policy.segment IS NULL)
  ORDER BY policy.segment NULLS LAST
  LIMIT 1
$$;
