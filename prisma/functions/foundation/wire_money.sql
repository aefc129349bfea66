-- Money inside a stored message: {amount, currency}, the amount in digits of the smallest booked
-- unit (`1250` for S$12.50). The API writes decimals: activities/collection/wire-payload.ts
-- converts when the message is sent.
--
-- Input:   amount in the smallest booked unit of `currency`
CREATE OR REPLACE FUNCTION wire_money(amount bigint, currency text) RETURNS json
LANGUAGE sql IMMUTABLE AS $$
  SELECT json_build_object('amount', amount::text, 'currency', trim(currency))
$$;
