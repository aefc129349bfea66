-- Pokes the receivables that a payment may pay, because nobody is reminded of what may already be
-- paid.
--
-- Input:   the matcher's finding for the payment, as in offer_payments
-- Locks:   receivables by invoice
-- Refuses: none
CREATE OR REPLACE FUNCTION touch_suggested(finding jsonb) RETURNS void
LANGUAGE sql AS $$
  SELECT touch_receivable(suspected.invoice_id, 'suspected-payment')
  FROM (
    SELECT DISTINCT (item->>'invoiceId')::uuid AS invoice_id
    FROM jsonb_array_elements(finding->'suggestions') suggestion,
      jsonb_array_elements(suggestion->'items') item
    ORDER BY 1
  ) suspected
$$;
