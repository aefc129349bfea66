-- The payer's account becomes a sign of every customer whose item a person has paid by `settled`; a payment says it once of
-- each, however many items it pays.
CREATE OR REPLACE FUNCTION learn_account(ctx jsonb, paid payment, settled uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO customer_alias AS known (customer_id, kind, value, confirmations, created_at)
  SELECT DISTINCT o.customer_id, 'account', alias_value(paid.payer_account), 1, context_at(ctx)
  FROM allocation a JOIN open_item o ON o.id = a.open_item_id
  WHERE a.id = ANY (settled) AND alias_value(paid.payer_account) IS NOT NULL
    AND NOT pays_customer(paid.id, o.customer_id, settled)
  ORDER BY 1
  ON CONFLICT (kind, value, customer_id) DO UPDATE SET confirmations = known.confirmations + 1, revoked_at = NULL
$$;
