-- Makes the payer's account an alias of every customer whose item a person has paid with this
-- payment. A payment confirms a customer once, however many items it pays.
--
-- Input:   the payment, and the allocations that were just made
-- Locks:   the aliases of the customers, by customer
-- Refuses: none
CREATE OR REPLACE FUNCTION learn_account(
  ctx jsonb, payment_row payment, settled uuid[]
) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO customer_alias AS known (customer_id, kind, value, confirmations, created_at)
  SELECT DISTINCT o.customer_id, 'account', account_key(payment_row.payer_account), 1,
    context_at(ctx)
  FROM allocation a
  JOIN open_item o ON o.id = a.open_item_id
  WHERE a.id = ANY (settled)
    AND account_key(payment_row.payer_account) IS NOT NULL
    AND NOT pays_customer(payment_row.id, o.customer_id, settled)
  ORDER BY 1
  ON CONFLICT (kind, value, customer_id) DO UPDATE
  SET confirmations = known.confirmations + 1, revoked_at = NULL
$$;
