-- Settles a remittance with the payment of its net on our bank account. The payment then belongs to
-- no customer, and agency clearing is cleared.
--
-- Input:   settleRemittance in prisma/commands/collection.ts
-- Locks:   the books (shared), the payment, the remittance
-- Refuses: PAYMENT_NOT_FOUND, REMITTANCE_NOT_FOUND, REMITTANCE_SETTLED, PAYMENT_REVERSED,
--          LEGAL_ENTITY_MISMATCH, REMITTANCE_AMOUNT_DIFFERS
-- Key:     remittanceId and its state: a repetition is refused with REMITTANCE_SETTLED
CREATE OR REPLACE FUNCTION settle_remittance(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  payment_row payment%ROWTYPE;
  remittance_row remittance%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO payment_row FROM payment WHERE id = (input->>'paymentId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('PAYMENT_NOT_FOUND', 'There is no such payment.', 'paymentId');
  END IF;
  SELECT * INTO remittance_row FROM remittance WHERE id = (input->>'remittanceId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('REMITTANCE_NOT_FOUND', 'There is no such remittance.', 'remittanceId');
  END IF;
  PERFORM check_remittance_payment(remittance_row, payment_row);

  UPDATE remittance
  SET state = 'settled', payment_id = payment_row.id
  WHERE id = remittance_row.id;
  UPDATE payment SET unapplied_amount = 0, state = 'applied' WHERE id = payment_row.id;
  DELETE FROM payment_suggestion WHERE payment_id = payment_row.id;
  PERFORM end_work_items_about(ctx, 'payment', payment_row.id::text);
  PERFORM post_settled_remittance(ctx, remittance_row, payment_row, input);
  RETURN '{}';
END $$;
