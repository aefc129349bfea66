-- Answers the dunning policy of a customer in a currency on a day (see choose_dunning_policy) as
-- domain/dunning reads it.
--
-- Answer:  null when there is no policy; amounts are text in the smallest booked unit
CREATE OR REPLACE FUNCTION dunning_policy_of(
  customer_segment text, customer_currency char(3), on_day date
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT read_dunning_policy(policy)
  FROM choose_dunning_policy(customer_segment, customer_currency, on_day) policy
  WHERE policy.id IS NOT NULL
$$;
