-- Money as the wire has it: {amount, currency}, the amount as decimal digits.
--
-- Input:   amount in the smallest booked unit of `currency`
CREATE OR REPLACE FUNCTION wire_money(amount bigint, currency text) RETURNS json
LANGUAGE sql IMMUTABLE AS $$
  SELECT json_build_object('amount', amount::text, 'currency', trim(currency))
$$;
