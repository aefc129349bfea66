-- Offers a payment that the matcher did not book to a person. The receivables that it may pay are
-- poked, because nobody is reminded of what may already be paid.
--
-- Input:   the payment, and what the matcher found: {kind: 'suggest' | 'hold' | 'none',
--   customerId?, reasons, suggestions: [{kind, items, reasons, equation}]}
-- Locks:   the caller has just recorded the payment; receivables by invoice
-- Refuses: none
CREATE OR REPLACE FUNCTION offer_payment(ctx jsonb, payment_key uuid, finding jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment
  SET customer_id = (finding->>'customerId')::uuid,
    state = CASE finding->>'kind'
      WHEN 'suggest' THEN 'suggested'
      WHEN 'hold' THEN 'held'
      ELSE 'unapplied'
    END
  WHERE id = payment_key;
  INSERT INTO payment_suggestion (payment_id, rank, kind, items, reasons, equation, created_at)
  SELECT payment_key, place, suggestion->>'kind', suggestion->'items', suggestion->'reasons',
    suggestion->>'equation', context_at(ctx)
  FROM jsonb_array_elements(finding->'suggestions') WITH ORDINALITY AS found(suggestion, place);
  PERFORM open_unapplied_work_item(ctx, payment_key, jsonb_build_object(
    'finding', finding->>'kind',
    'reasons', finding->'reasons',
    'payerName', p.payer_name,
    'suggestions', jsonb_array_length(finding->'suggestions')))
  FROM payment p
  WHERE p.id = payment_key;

  PERFORM touch_receivable(suspected.invoice_id, 'suspected-payment')
  FROM (
    SELECT DISTINCT (item->>'invoiceId')::uuid AS invoice_id
    FROM jsonb_array_elements(finding->'suggestions') suggestion,
      jsonb_array_elements(suggestion->'items') item
    ORDER BY 1
  ) suspected;
END $$;
