-- Stores with a payment what the matcher found for it: its state, the customer, and the suggestions
-- instead of those before.
--
-- Input:   the payment, and the finding as in offer_payment. A payment whose payer is not found
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
    state = CASE finding->>'kind'
      WHEN 'suggest' THEN 'suggested'
      WHEN 'hold' THEN 'held'
      ELSE 'unapplied'
    END
  WHERE id = payment_key;
  DELETE FROM payment_suggestion WHERE payment_id = payment_key;
  INSERT INTO payment_suggestion (payment_id, rank, kind, items, reasons, equation, created_at)
  SELECT payment_key, place, suggestion->>'kind', suggestion->'items', suggestion->'reasons',
    suggestion->>'equation', context_at(ctx)
  FROM jsonb_array_elements(finding->'suggestions') WITH ORDINALITY AS found(suggestion, place);
END $$;
