-- Makes a bank account a sign of a customer, because a person says so. One that it was known by
-- before is a sign again. Money that waits and came from the account is matched again.
--
-- Input:   addCustomerAlias in prisma/commands/customer.ts; the caller has locked the customer
-- Answer:  the id of the alias
-- Locks:   the books (shared), the alias
-- Refuses: ALIAS_MALFORMED, ALIAS_KNOWN
-- Key:     customerId and account; again is refused
CREATE OR REPLACE FUNCTION add_customer_alias(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  account text := account_key(input->>'account');
  alias_key uuid;
BEGIN
  PERFORM enter_context(ctx);
  -- An IBAN has 34 signs; what is shorter than five is a slip.
  IF account IS NULL OR account !~ '^[0-9A-Z]{5,34}$' THEN
    PERFORM refuse('ALIAS_MALFORMED', 'No bank account has this number.', 'account');
  END IF;
  INSERT INTO customer_alias AS known (customer_id, kind, value, by_hand, created_at)
  VALUES ((input->>'customerId')::uuid, 'account', account, true, context_at(ctx))
  ON CONFLICT (kind, value, customer_id) DO UPDATE
  SET revoked_at = NULL, by_hand = true
  WHERE known.revoked_at IS NOT NULL
  RETURNING id INTO alias_key;
  IF alias_key IS NULL THEN
    PERFORM refuse('ALIAS_KNOWN', 'The customer is known by this account.', 'account');
  END IF;
  PERFORM rematch_waiting_money(account, NULL);
  RETURN jsonb_build_object('aliasId', alias_key);
END $$;
