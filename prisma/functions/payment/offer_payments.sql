-- Offers payments that the matcher did not book to a person. They are matched once more when this
-- has been committed: an invoice that was issued in the meantime knew nothing of them.
--
-- Input:   [{paymentId, finding}]; the finding is {kind: 'suggest' | 'hold' | 'none', customerId?,
--   reasons, suggestions: [{kind, items, reasons, equation}], candidates: {customers, numbers}},
--   and is stored with the payment already
-- Locks:   the caller has just recorded the payments; receivables by invoice
-- Refuses: none
CREATE OR REPLACE FUNCTION offer_payments(ctx jsonb, offers jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM open_work_items(ctx, (
    SELECT jsonb_agg((
      SELECT unapplied_work_item(p, unapplied_detail(p.payer_name, offer->'finding'))
      FROM payment p
      WHERE p.id = (offer->>'paymentId')::uuid))
    FROM jsonb_array_elements(offers) offer));
  PERFORM touch_suggested(offer->'finding')
  FROM jsonb_array_elements(offers) offer
  WHERE jsonb_array_length(offer#>'{finding,suggestions}') > 0;
  INSERT INTO match_request (payment_id)
  SELECT (offer->>'paymentId')::uuid FROM jsonb_array_elements(offers) offer;
END $$;
