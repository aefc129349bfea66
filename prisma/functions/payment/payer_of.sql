-- The customer whose item was paid first and still is; of a payment that pays nothing the one that was found.
CREATE OR REPLACE FUNCTION payer_of(payment_key uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT o.customer_id FROM allocation a JOIN open_item o ON o.id = a.open_item_id
      WHERE a.payment_id = p.id AND a.reversed_at IS NULL ORDER BY a.booked_at, a.open_item_id LIMIT 1), p.found_customer_id)
  FROM payment p WHERE p.id = payment_key
$$;
