-- Books money that has arrived, as unapplied cash. When its source gives a future day, it is booked
-- on the latest day that has come.
--
-- Input:   one payment as record_payments takes it; `accountCode` is the account that the money
--   came in on. `finding` is what the matcher found when it is not to be booked (offer_payments)
-- Answer:  the payment; kind 'recorded', or 'known' when it had been recorded before
-- Locks:   the books (shared)
-- Refuses: none
-- Key:     (source, externalId); again the first payment is answered and nothing is booked
CREATE OR REPLACE FUNCTION record_payment(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  recorded uuid;
BEGIN
  PERFORM enter_context(ctx);
  SELECT payment_key INTO recorded FROM record_payments(ctx, jsonb_build_array(input));
  IF recorded IS NULL THEN
    RETURN (
      SELECT jsonb_build_object('paymentId', id, 'kind', 'known')
      FROM payment
      WHERE source = input->>'source' AND external_id = input->>'externalId');
  END IF;
  RETURN jsonb_build_object('paymentId', recorded, 'kind', 'recorded');
END $$;
