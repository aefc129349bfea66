-- What a person undoes, the payer's account is no sign of the customer any more, once the payment pays nothing of it.
CREATE OR REPLACE FUNCTION forget_account(ctx jsonb, paid payment, customer uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE customer_alias SET confirmations = confirmations - 1,
    revoked_at = CASE WHEN confirmations <= 1 THEN context_at(ctx) ELSE revoked_at END
  WHERE kind = 'account' AND value = alias_value(paid.payer_account) AND customer_id = customer AND confirmations > 0
    AND NOT pays_customer(paid.id, customer, '{}')
$$;
