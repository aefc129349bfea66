-- Takes payments from the list of those to match again. They stay on it until their finding is
-- stored; one that was taken too often without an end is removed: something is wrong with it, and a
-- person has it in the work queue anyway.
--
-- Input:   takePaymentsToMatch in prisma/commands/payment.ts: how many at most, and how often one
--   may be taken
-- Answer:  the payments, those that were taken least first, and how many were removed
-- Locks:   the list
-- Refuses: none
-- Key:     none: each call counts one attempt
CREATE OR REPLACE FUNCTION take_payments_to_match(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  removed integer;
  taken jsonb;
BEGIN
  PERFORM enter_context(ctx);
  DELETE FROM payment_to_match WHERE attempts >= (input->>'attempts')::int;
  GET DIAGNOSTICS removed = ROW_COUNT;
  WITH next AS (
    SELECT payment_id FROM payment_to_match
    ORDER BY attempts, payment_id LIMIT (input->>'payments')::int
    FOR UPDATE
  ), counted AS (
    UPDATE payment_to_match waiting SET attempts = attempts + 1
    FROM next WHERE next.payment_id = waiting.payment_id
    RETURNING waiting.payment_id
  )
  SELECT coalesce(jsonb_agg(payment_id), '[]') INTO taken FROM counted;
  RETURN jsonb_build_object('paymentIds', taken, 'removed', removed);
END $$;
