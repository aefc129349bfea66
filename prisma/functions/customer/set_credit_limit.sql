-- Sets the credit limit of a customer when one person alone may (may_set_credit_limit). Otherwise
-- nothing changes, and the caller asks for a second person (request_master_change). A limit that
-- one person sets ends a request that waits.
--
-- Input:   setCreditLimit in prisma/commands/customer.ts
-- Answer:  'set', or 'second-person'
-- Locks:   the books (shared), the changes of masters, the credit of the customer
-- Refuses: CUSTOMER_NOT_FOUND, CREDIT_LIMIT_IN_PAST
-- Key:     customerId; again nothing changes
CREATE OR REPLACE FUNCTION set_credit_limit(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  customer_row customer%ROWTYPE;
  waiting master_change%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_master_changes();
  SELECT * INTO customer_row FROM customer WHERE id = (input->>'customerId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('CUSTOMER_NOT_FOUND', 'There is no such customer.', 'customerId');
  ELSIF (input->>'validUntil')::date
    < (context_at(ctx) AT TIME ZONE customer_row.time_zone)::date THEN
    PERFORM refuse('CREDIT_LIMIT_IN_PAST', 'The limit would have ended already.', 'validUntil');
  END IF;
  PERFORM 1 FROM customer_credit WHERE customer_id = customer_row.id FOR UPDATE;
  IF NOT may_set_credit_limit(input) THEN
    RETURN '{"kind":"second-person"}';
  END IF;

  UPDATE master_change
  SET state = 'rejected', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE kind = 'credit-limit' AND subject = customer_row.id::text AND state = 'requested'
  RETURNING * INTO waiting;
  PERFORM end_work_item(ctx, 'master-change', waiting.id::text);
  PERFORM apply_credit_limit(input);
  RETURN '{"kind":"set"}';
END $$;
