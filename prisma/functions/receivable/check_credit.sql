-- New exposure is refused online, also in a currency that was not granted (CREDIT_EXCEEDED, CUSTOMER_BLOCKED); a sale that has already happened
-- is booked and reported. Returns the exceptions.
CREATE OR REPLACE FUNCTION check_credit(input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  customer uuid := (input->>'customerId')::uuid;
  wanted bigint := (input#>>'{totals,onAccount}')::bigint;
  online boolean := input->>'mode' = 'online';
  credit customer_credit%ROWTYPE;
  exposure record;
BEGIN
  IF wanted = 0 THEN RETURN '[]'; END IF;
  SELECT * INTO credit FROM customer_credit WHERE customer_id = customer FOR UPDATE;
  IF NOT FOUND OR credit.status <> 'open' OR credit.currency <> input->>'currency' THEN
    IF online THEN PERFORM refuse('CUSTOMER_BLOCKED', 'The customer may not buy on account.', 'customer'); END IF;
    RETURN jsonb_build_array(jsonb_build_object('kind', 'customer-blocked', 'detail', 'no open credit line'));
  END IF;
  SELECT * INTO exposure FROM credit_exposure(customer);
  IF exposure.open_amount + exposure.uninvoiced_amount + wanted <= credit.limit_amount THEN RETURN '[]'; END IF;
  IF online THEN
    PERFORM refuse('CREDIT_EXCEEDED', format('The sale needs %s; %s of the limit of %s is used.', wanted,
      exposure.open_amount + exposure.uninvoiced_amount, credit.limit_amount), 'tenders');
  END IF;
  RETURN jsonb_build_array(jsonb_build_object('kind', 'credit-exceeded', 'detail',
    format('%s used of %s', exposure.open_amount + exposure.uninvoiced_amount + wanted, credit.limit_amount)));
END $$;
