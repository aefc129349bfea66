-- Finds the latest hold that stands because a dunning notice did not reach the customer.
--
-- Answer:  null when the customer has none
CREATE OR REPLACE FUNCTION undeliverable_hold(customer_key uuid) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT id
  FROM dunning_hold
  WHERE customer_id = customer_key
    AND reason = 'notice-undeliverable'
    AND released_at IS NULL
  ORDER BY placed_at DESC
  LIMIT 1
$$;
