-- What a letter of a level costs the customer, for each invoice in it.
CREATE OR REPLACE FUNCTION notice_fee(customer_segment text, unit char(3), reached int) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT (l->>'feeAmount')::bigint FROM jsonb_array_elements(dunning_policy_of(customer_segment, unit)->'levels') l
    WHERE (l->>'level')::int = reached), 0)
$$;
