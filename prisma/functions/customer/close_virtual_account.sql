-- Ends a virtual account of a customer, or takes that back while its number is free. Money that
-- waits and names it is matched again, as if it had never been the customer's.
--
-- Input:   closeVirtualAccount in prisma/commands/customer.ts; the caller has locked the customer
-- Locks:   the books (shared), the virtual account, its number, those of release_kept_money
-- Refuses: VIRTUAL_ACCOUNT_NOT_FOUND, VIRTUAL_ACCOUNT_CLOSED, VIRTUAL_ACCOUNT_OPEN,
--   VIRTUAL_ACCOUNT_TAKEN
-- Key:     virtualAccountId; again is refused
CREATE OR REPLACE FUNCTION close_virtual_account(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  account virtual_account%ROWTYPE;
  ends boolean := (input->>'closed')::boolean;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO account
  FROM virtual_account
  WHERE id = (input->>'virtualAccountId')::uuid
    AND customer_id = (input->>'customerId')::uuid
  FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse(
      'VIRTUAL_ACCOUNT_NOT_FOUND', 'The customer has no such account.', 'virtualAccountId');
  ELSIF ends AND account.closed_at IS NOT NULL THEN
    PERFORM refuse(
      'VIRTUAL_ACCOUNT_CLOSED', 'The account was ended before.', 'virtualAccountId');
  ELSIF NOT ends AND account.closed_at IS NULL THEN
    PERFORM refuse('VIRTUAL_ACCOUNT_OPEN', 'The account is not ended.', 'virtualAccountId');
  END IF;
  BEGIN
    UPDATE virtual_account
    SET closed_at = CASE WHEN ends THEN context_at(ctx) END
    WHERE id = account.id;
  EXCEPTION WHEN unique_violation THEN
    PERFORM refuse(
      'VIRTUAL_ACCOUNT_TAKEN', 'The number stands for a customer already.', 'virtualAccountId');
  END;
  IF ends THEN
    PERFORM release_kept_money(account.customer_id, NULL, account.number);
  END IF;
  PERFORM rematch_waiting_money(NULL, account.number);
  RETURN '{}';
END $$;
