-- A person undoes one allocation of a payment with the deductions from the same open item, or one
-- deduction alone. This payment then no longer makes the payer's account an alias of the customer.
--
-- Input:   reverseSettlement in prisma/commands/payment.ts
-- Answer:  what is left of the payment now
-- Locks:   the books (shared), the payment, those of lock_for_settlement, the sale's life
-- Refuses: ALLOCATION_NOT_FOUND, ALLOCATION_NOT_A_PAYMENT, ALLOCATION_REVERSED
-- Key:     allocationId; undoing again is refused
CREATE OR REPLACE FUNCTION reverse_settlement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  allocation_row allocation%ROWTYPE;
  deduction_allocation allocation%ROWTYPE;
  payment_row payment%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO allocation_row FROM allocation WHERE id = (input->>'allocationId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('ALLOCATION_NOT_FOUND', 'There is no such allocation.', 'allocationId');
  END IF;
  SELECT p.* INTO payment_row
  FROM payment p
  WHERE p.id = coalesce(allocation_row.payment_id,
    (SELECT d.payment_id FROM deduction d WHERE d.id = allocation_row.deduction_id))
  FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse(
      'ALLOCATION_NOT_A_PAYMENT',
      'Only payments and what was deducted from them are taken back this way.',
      'allocationId');
  END IF;
  IF allocation_row.kind = 'deduction' THEN
    PERFORM reverse_deduction(ctx, allocation_row, input);
    RETURN jsonb_build_object('unapplied', payment_row.unapplied_amount::text);
  END IF;

  PERFORM reverse_allocation(ctx, input);
  FOR deduction_allocation IN
    SELECT *
    FROM standing_allocations(payment_row.id)
    WHERE kind = 'deduction' AND open_item_id = allocation_row.open_item_id
    ORDER BY id
  LOOP
    PERFORM reverse_deduction(ctx, deduction_allocation, input);
  END LOOP;
  PERFORM forget_account(ctx, payment_row,
    (SELECT customer_id FROM open_item WHERE id = allocation_row.open_item_id));
  RETURN jsonb_build_object(
    'unapplied', (payment_row.unapplied_amount + allocation_row.amount)::text);
END $$;
