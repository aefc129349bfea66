-- Ends a sign by which a customer is recognised as payer, or takes that back. Money that waits and
-- came from the account is matched again, as if it had never been the customer's. A person who
-- joins money from it to the customer later makes it a sign again (learn_account).
--
-- Input:   revokeCustomerAlias in prisma/commands/customer.ts; the caller has locked the customer
-- Locks:   the books (shared), the alias, those of release_kept_money
-- Refuses: ALIAS_NOT_FOUND, ALIAS_REVOKED, ALIAS_NOT_REVOKED
-- Key:     aliasId; again is refused
CREATE OR REPLACE FUNCTION revoke_customer_alias(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  alias customer_alias%ROWTYPE;
  ends boolean := (input->>'revoked')::boolean;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO alias
  FROM customer_alias
  WHERE id = (input->>'aliasId')::uuid AND customer_id = (input->>'customerId')::uuid
  FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('ALIAS_NOT_FOUND', 'The customer has no such sign.', 'aliasId');
  ELSIF ends AND alias.revoked_at IS NOT NULL THEN
    PERFORM refuse('ALIAS_REVOKED', 'The sign was ended before.', 'aliasId');
  ELSIF NOT ends AND alias.revoked_at IS NULL THEN
    PERFORM refuse('ALIAS_NOT_REVOKED', 'The sign is not ended.', 'aliasId');
  END IF;
  UPDATE customer_alias
  SET revoked_at = CASE WHEN ends THEN context_at(ctx) END
  WHERE id = alias.id;
  IF ends THEN
    PERFORM release_kept_money(alias.customer_id, alias.value, NULL);
  END IF;
  PERFORM rematch_waiting_money(alias.value, NULL);
  RETURN '{}';
END $$;
