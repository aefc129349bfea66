-- Finds one level of the dunning policy of a customer in a currency on a day.
--
-- Answer:  the level as `dunning_policy_of` says it; null when there is no policy or no such
--          level
CREATE OR REPLACE FUNCTION policy_level(
  customer_segment text,
  customer_currency char(3),
  wanted_level int,
  on_day date
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT step
  FROM jsonb_array_elements(
    dunning_policy_of(customer_segment, customer_currency, on_day)->'levels') step
  WHERE (step->>'level')::int = wanted_level
$$;
