-- Undoes one allocation of a payment and with it what was deducted from the same item; or one deduction alone. Input
-- {allocationId, reversedOn, reason}. What a person undoes, the payer's account is no sign of the customer any more.
-- Refuses: ALLOCATION_NOT_FOUND, ALLOCATION_REVERSED, ALLOCATION_NOT_A_PAYMENT.
CREATE OR REPLACE FUNCTION reverse_settlement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  one allocation%ROWTYPE;
  other allocation%ROWTYPE;
  paid payment%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO one FROM allocation WHERE id = (input->>'allocationId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('ALLOCATION_NOT_FOUND', 'There is no such allocation.', 'allocationId'); END IF;
  SELECT p.* INTO paid FROM payment p
  WHERE p.id = coalesce(one.payment_id, (SELECT d.payment_id FROM deduction d WHERE d.id = one.deduction_id)) FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('ALLOCATION_NOT_A_PAYMENT', 'Only payments and what was deducted from them are taken back this way.', 'allocationId');
  END IF;
  IF one.kind = 'deduction' THEN
    PERFORM undo_deduction(ctx, one, input);
    RETURN jsonb_build_object('unapplied', paid.unapplied_amount::text);
  END IF;
  PERFORM reverse_allocation(ctx, input);
  FOR other IN SELECT a.* FROM allocation a JOIN deduction d ON d.id = a.deduction_id
    WHERE d.payment_id = paid.id AND a.open_item_id = one.open_item_id AND a.reversed_at IS NULL ORDER BY a.id
  LOOP
    PERFORM undo_deduction(ctx, other, input);
  END LOOP;
  PERFORM forget_account(ctx, paid, (SELECT customer_id FROM open_item WHERE id = one.open_item_id));
  RETURN jsonb_build_object('unapplied', (paid.unapplied_amount + one.amount)::text);
END $$;
