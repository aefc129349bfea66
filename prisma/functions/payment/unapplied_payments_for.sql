-- The unapplied payments that a change of an invoice may concern.
--
-- Input:   the invoice, and the amounts that were or are open on its items
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION unapplied_payments_for(invoice_row invoice, amounts bigint[])
RETURNS SETOF payment
LANGUAGE sql STABLE AS $$
  SELECT p.*
  FROM payment p
  WHERE p.legal_entity_id = invoice_row.legal_entity_id
    AND p.unapplied_amount > 0
    AND p.state IN ('unapplied', 'suggested', 'held')
    AND p.id IN (
      SELECT id FROM payment
      WHERE customer_id = ANY (ARRAY(SELECT customer_family(invoice_row.customer_id)))
        AND unapplied_amount > 0
      UNION ALL
      SELECT id FROM payment
      WHERE candidate_customers @> ARRAY[invoice_row.customer_id] AND unapplied_amount > 0
      UNION ALL
      SELECT id FROM payment
      WHERE unapplied_amount > 0 AND candidate_numbers && (
        ARRAY[folded_reference_key(invoice_row.number), invoice_row.payment_reference] || ARRAY(
          SELECT number FROM virtual_account WHERE invoice_id = invoice_row.id))
      UNION ALL
      SELECT id FROM payment
      WHERE unapplied_amount > 0 AND unapplied_amount = ANY (amounts)
        AND currency = invoice_row.currency AND customer_id IS NULL)
$$;
