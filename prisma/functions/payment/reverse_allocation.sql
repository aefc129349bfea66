-- Undoes one allocation of a payment: its item is open again, and so is the receivable. A payment
-- that belonged to a customer only by this allocation no longer does.
--
-- Input:   reverseAllocation in prisma/commands/payment.ts
-- Answer:  what is left of the payment now
-- Locks:   the books (shared), the payment, those of lock_for_settlement, the sale's life
-- Refuses: ALLOCATION_NOT_FOUND, ALLOCATION_NOT_A_PAYMENT, ALLOCATION_REVERSED
-- Key:     allocationId; undoing again is refused
CREATE OR REPLACE FUNCTION reverse_allocation(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  allocation_row allocation%ROWTYPE;
  payment_row payment%ROWTYPE;
  invoice_key uuid;
BEGIN
  PERFORM enter_context(ctx);
  SELECT p.* INTO payment_row
  FROM payment p
  JOIN allocation a ON a.payment_id = p.id
  WHERE a.id = (input->>'allocationId')::uuid
  FOR UPDATE OF p;
  SELECT * INTO allocation_row FROM allocation WHERE id = (input->>'allocationId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('ALLOCATION_NOT_FOUND', 'There is no such allocation.', 'allocationId');
  END IF;
  IF allocation_row.kind <> 'payment' THEN
    PERFORM refuse(
      'ALLOCATION_NOT_A_PAYMENT', 'Only payments are taken back this way.', 'allocationId');
  END IF;

  PERFORM lock_for_settlement(ARRAY[allocation_row.open_item_id]);
  PERFORM mark_allocation_reversed(ctx, allocation_row, input);
  UPDATE payment
  SET unapplied_amount = unapplied_amount + allocation_row.amount,
    state = 'unapplied',
    customer_id = payer_of(id)
  WHERE id = payment_row.id
  RETURNING * INTO payment_row;

  PERFORM open_unapplied_work_item(ctx, payment_row.id, '{}');
  invoice_key := (SELECT invoice_id FROM open_item WHERE id = allocation_row.open_item_id);
  PERFORM revive_receivable(ctx, allocation_row,
    reversed_payment_part(invoice_key, allocation_row, payment_row.source), input->>'reversedOn');
  PERFORM refresh_unapplied_work_item(ctx, payment_row.id, 'allocation-reversed');
  RETURN jsonb_build_object('unapplied', payment_row.unapplied_amount::text);
END $$;
