-- Blocks the credit line of a customer, so that nothing more is sold on account, or opens it again.
--
-- Input:   setCreditStatus in prisma/commands/customer.ts; `reason` is for a block
-- Locks:   the books (shared), the credit of the customer
-- Refuses: CUSTOMER_NOT_FOUND, CREDIT_NOT_GRANTED, CREDIT_BLOCKED, CREDIT_NOT_BLOCKED
-- Key:     customerId; again is refused
CREATE OR REPLACE FUNCTION set_credit_status(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  customer_key uuid := (input->>'customerId')::uuid;
  present text;
BEGIN
  PERFORM enter_context(ctx);
  SELECT status INTO present FROM customer_credit WHERE customer_id = customer_key FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM customer WHERE id = customer_key) THEN
    PERFORM refuse('CUSTOMER_NOT_FOUND', 'There is no such customer.', 'customerId');
  ELSIF present IS NULL THEN
    PERFORM refuse('CREDIT_NOT_GRANTED', 'The customer has no credit line.', 'customerId');
  ELSIF present = input->>'status' AND present = 'blocked' THEN
    PERFORM refuse('CREDIT_BLOCKED', 'The credit line was blocked before.', 'customerId');
  ELSIF present = input->>'status' THEN
    PERFORM refuse('CREDIT_NOT_BLOCKED', 'The credit line is not blocked.', 'customerId');
  END IF;
  UPDATE customer_credit
  SET status = input->>'status', blocked_reason = input->>'reason'
  WHERE customer_id = customer_key;
  RETURN '{}';
END $$;
