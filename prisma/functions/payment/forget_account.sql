-- Undoes learn_account for one customer, once a person has undone everything that the payment paid
-- for this customer. When no other payment confirms it and no person gave it by hand, the account
-- is no longer an alias of the customer.
--
-- Locks:   the alias of the customer
-- Refuses: none
CREATE OR REPLACE FUNCTION forget_account(
  ctx jsonb, payment_row payment, customer uuid
) RETURNS void
LANGUAGE sql AS $$
  UPDATE customer_alias
  SET confirmations = confirmations - 1,
    revoked_at = CASE
      WHEN confirmations <= 1 AND NOT by_hand THEN coalesce(revoked_at, context_at(ctx))
      ELSE revoked_at
    END
  WHERE kind = 'account'
    AND value = account_key(payment_row.payer_account)
    AND customer_id = customer
    AND confirmations > 0
    AND NOT pays_customer(payment_row.id, customer, '{}')
$$;
