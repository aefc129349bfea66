-- Offers a payment that the matcher did not book to a person. It is matched once more when this has
-- been committed: an invoice that was issued in the meantime knew nothing of the payment.
--
-- Input:   the payment, and what the matcher found: {kind: 'suggest' | 'hold' | 'none',
--   customerId?, reasons, suggestions: [{kind, items, reasons, equation}], candidates: {customers,
--   numbers}}
-- Locks:   the caller has just recorded the payment; receivables by invoice
-- Refuses: none
CREATE OR REPLACE FUNCTION offer_payment(ctx jsonb, payment_key uuid, finding jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM store_finding(ctx, payment_key, finding);
  PERFORM open_unapplied_work_item(ctx, payment_key, unapplied_detail(
    (SELECT payer_name FROM payment WHERE id = payment_key), finding));
  PERFORM touch_suggested(finding);
  INSERT INTO match_request (payment_id) VALUES (payment_key);
END $$;
