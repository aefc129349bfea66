-- Unapplied money that may be for this invoice, beside what held_money says is for it.
--
-- Answer:  {suggested: what the matcher suggested for this invoice, in whichever place, elsewhere:
--   what its customer has with another legal entity}
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION unmatched_cash(invoice_key uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'suggested', coalesce(sum(unapplied_amount) FILTER (WHERE is_suggested), 0)::text,
    'elsewhere', coalesce(
      sum(unapplied_amount) FILTER (WHERE is_elsewhere AND NOT is_suggested), 0)::text)
  FROM (
    SELECT p.unapplied_amount,
      p.customer_id IN (SELECT customer_family(i.customer_id))
        AND p.legal_entity_id <> i.legal_entity_id AS is_elsewhere,
      EXISTS (
        SELECT 1
        FROM payment_suggestion s
        CROSS JOIN LATERAL jsonb_array_elements(s.items) item
        JOIN open_item o ON o.id = (item->>'openItemId')::uuid
        WHERE s.payment_id = p.id AND o.invoice_id = i.id
      ) AS is_suggested
    FROM invoice i
    JOIN payment p ON p.currency = i.currency
      AND p.unapplied_amount > 0
      AND p.state IN ('unapplied', 'suggested', 'held')
    WHERE i.id = invoice_key
  ) cash
$$;
