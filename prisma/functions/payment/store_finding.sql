-- Stores with a payment what the matcher found for it: its state, the customer, and the suggestions
-- instead of those before.
--
-- Input:   the payment, and the finding as in offer_payments. A payment whose payer is not found
--   keeps the customer that it had
-- Locks:   the caller holds the payment
-- Refuses: none
CREATE OR REPLACE FUNCTION store_finding(ctx jsonb, payment_key uuid, finding jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment
  SET customer_id = coalesce((finding->>'customerId')::uuid, customer_id),
    candidate_customers = ARRAY(
      SELECT jsonb_array_elements_text(finding#>'{candidates,customers}'))::uuid[],
    candidate_numbers = ARRAY(
      SELECT jsonb_array_elements_text(finding#>'{candidates,numbers}')),
    state = finding_state(finding)
  WHERE id = payment_key;
  DELETE FROM payment_suggestion WHERE payment_id = payment_key;
  PERFORM insert_suggestions(ctx, jsonb_build_array(jsonb_build_object(
    'paymentId', payment_key, 'finding', finding)));
END $$;
