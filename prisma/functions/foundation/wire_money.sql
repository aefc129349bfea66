CREATE OR REPLACE FUNCTION wire_money(amount bigint, currency text) RETURNS json LANGUAGE sql IMMUTABLE AS $$
  SELECT json_build_object('amount', amount::text, 'currency', trim(currency))
$$;
