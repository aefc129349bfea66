-- Stores the suggestions of findings with their payments.
--
-- Input:   [{paymentId, finding}], as in offer_payments
-- Locks:   the caller holds the payments
-- Refuses: none
CREATE OR REPLACE FUNCTION insert_suggestions(ctx jsonb, offers jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO payment_suggestion (payment_id, rank, kind, items, reasons, equation, created_at)
  SELECT (offer->>'paymentId')::uuid, place, suggestion->>'kind', suggestion->'items',
    suggestion->'reasons', suggestion->>'equation', context_at(ctx)
  FROM jsonb_array_elements(offers) offer
  CROSS JOIN LATERAL jsonb_array_elements(offer#>'{finding,suggestions}')
    WITH ORDINALITY AS found(suggestion, place);
END $$;
