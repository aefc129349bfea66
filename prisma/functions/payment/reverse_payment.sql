-- The bank took a payment back: everything that it settled is open again, the journal reverses it,
-- and a person is told.
--
-- Input:   reversePayment in prisma/commands/payment.ts
-- Answer:  {reversed: true}
-- Locks:   the books (shared), the payment, those of lock_for_settlement for all its items, their
--   sales' lives
-- Refuses: PAYMENT_NOT_FOUND, PAYMENT_REVERSED, PAYMENT_IS_REMITTANCE; those of undoing an
--   allocation (ALLOCATION_NOT_FOUND, ALLOCATION_NOT_A_PAYMENT, ALLOCATION_REVERSED) cannot happen
--   under its lock
-- Key:     paymentId; taking back again is refused
CREATE OR REPLACE FUNCTION reverse_payment(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  payment_row payment%ROWTYPE;
  allocation_row allocation%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  payment_row := lock_standing_payment((input->>'paymentId')::uuid);
  IF EXISTS (SELECT 1 FROM remittance WHERE payment_id = payment_row.id) THEN
    PERFORM refuse(
      'PAYMENT_IS_REMITTANCE', 'The payment settles a remittance of an agency.', 'paymentId');
  END IF;

  PERFORM lock_for_settlement(ARRAY(
    SELECT open_item_id FROM standing_allocations(payment_row.id)));
  FOR allocation_row IN
    SELECT * FROM standing_allocations(payment_row.id) ORDER BY open_item_id, id
  LOOP
    IF allocation_row.kind = 'deduction' THEN
      PERFORM reverse_deduction(ctx, allocation_row, input);
    ELSE
      PERFORM reverse_allocation(
        ctx, input || jsonb_build_object('allocationId', allocation_row.id));
    END IF;
  END LOOP;

  UPDATE payment
  SET state = 'reversed', unapplied_amount = 0, reversed_at = context_at(ctx)
  WHERE id = payment_row.id;
  DELETE FROM payment_suggestion WHERE payment_id = payment_row.id;
  PERFORM end_work_items_about(ctx, 'payment', payment_row.id::text);
  PERFORM reverse_journal(ctx, jsonb_build_object(
    'documentKind', 'payment',
    'documentId', payment_row.id,
    'businessDate', input->>'reversedOn'));
  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', 'payment-reversed',
    'subjectKind', 'payment',
    'subjectId', payment_row.id,
    'customerId', payment_row.customer_id,
    'amount', payment_row.amount,
    'currency', payment_row.currency,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN '{"reversed":true}';
END $$;
