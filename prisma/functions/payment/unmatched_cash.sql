-- Money of a customer that has come in and is not joined to anything: suggested for this invoice, or at large.
CREATE OR REPLACE FUNCTION unmatched_cash(invoice_key uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('suggested', coalesce(sum(unapplied_amount) FILTER (WHERE suggested), 0)::text,
    'unapplied', coalesce(sum(unapplied_amount) FILTER (WHERE own AND NOT suggested), 0)::text)
  FROM (SELECT p.unapplied_amount, p.customer_id = i.customer_id AS own,
      EXISTS (SELECT 1 FROM payment_suggestion s CROSS JOIN LATERAL jsonb_array_elements(s.items) x
        JOIN open_item o ON o.id = (x->>'openItemId')::uuid
        WHERE s.payment_id = p.id AND o.invoice_id = i.id) AS suggested
    FROM invoice i JOIN payment p ON p.currency = i.currency AND p.unapplied_amount > 0
      AND p.state IN ('unapplied', 'suggested', 'held')
    WHERE i.id = invoice_key) cash
$$;
