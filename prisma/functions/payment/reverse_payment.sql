-- The bank took a payment back: everything it settled is open again, the money is gone, the journal mirrors it. Input
-- {paymentId, reversedOn, reason}. Refuses: PAYMENT_NOT_FOUND, PAYMENT_REVERSED, PAYMENT_IS_REMITTANCE.
CREATE OR REPLACE FUNCTION reverse_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  paid payment%ROWTYPE;
  one allocation%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO paid FROM payment WHERE id = (input->>'paymentId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('PAYMENT_NOT_FOUND', 'There is no such payment.', 'paymentId'); END IF;
  IF paid.state = 'reversed' THEN PERFORM refuse('PAYMENT_REVERSED', 'The payment was taken back before.', 'paymentId'); END IF;
  IF EXISTS (SELECT 1 FROM remittance WHERE payment_id = paid.id) THEN
    PERFORM refuse('PAYMENT_IS_REMITTANCE', 'The payment settles a remittance of an agency.', 'paymentId');
  END IF;
  PERFORM lock_for_settlement(ARRAY(SELECT a.open_item_id FROM allocation a LEFT JOIN deduction d ON d.id = a.deduction_id
    WHERE (a.payment_id = paid.id OR d.payment_id = paid.id) AND a.reversed_at IS NULL));
  FOR one IN SELECT a.* FROM allocation a LEFT JOIN deduction d ON d.id = a.deduction_id
    WHERE (a.payment_id = paid.id OR d.payment_id = paid.id) AND a.reversed_at IS NULL ORDER BY a.open_item_id, a.id
  LOOP
    IF one.kind = 'deduction' THEN
      PERFORM undo_deduction(ctx, one, input);
    ELSE
      PERFORM reverse_allocation(ctx, input || jsonb_build_object('allocationId', one.id));
    END IF;
  END LOOP;
  UPDATE payment SET state = 'reversed', unapplied_amount = 0, reversed_at = context_at(ctx) WHERE id = paid.id;
  DELETE FROM payment_suggestion WHERE payment_id = paid.id;
  UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE subject_kind = 'payment' AND subject_id = paid.id::text AND state = 'open';
  PERFORM reverse_journal(ctx, jsonb_build_object('documentKind', 'payment', 'documentId', paid.id, 'businessDate', input->>'reversedOn'));
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'payment-reversed', 'subjectKind', 'payment', 'subjectId', paid.id,
    'customerId', paid.customer_id, 'amount', paid.amount, 'currency', paid.currency, 'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN '{"reversed":true}';
END $$;
