-- Applies a payment as a person decided, with the payer's deductions. The payer's account becomes
-- an alias of the customers whose items it has paid.
--
-- Input:   applyPayment in prisma/commands/payment.ts: allocatePayment, and `deductions`
-- Answer:  as allocate_payment, and the allocations of the deductions in `deductionIds`
-- Locks:   the books (shared), the payment, all open items by id, then those of settle_open_items
-- Refuses: PAYMENT_NOT_FOUND, PAYMENT_REVERSED, ALLOCATION_EXCEEDS_PAYMENT; OPEN_ITEM_NOT_FOUND,
--   LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN (settle_open_items); of a
--   deduction DEDUCTION_WITHOUT_PAYMENT, DEDUCTION_ABOVE_LIMIT, DEDUCTION_DOCUMENT_INVALID,
--   WITHHOLDING_ABOVE_RATE, DEDUCTION_WITH_SURPLUS
-- Key:     none: as allocate_payment
CREATE OR REPLACE FUNCTION apply_payment(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  payment_row payment%ROWTYPE;
  answer jsonb;
  kept_back jsonb;
  deduction_allocations jsonb := '[]';
BEGIN
  PERFORM enter_context(ctx);
  payment_row := lock_standing_payment((input->>'paymentId')::uuid);
  -- Those of the deductions too: allocating locks only its own, and all are locked in one order.
  PERFORM 1 FROM open_item
  WHERE id IN (
    SELECT (item->>'openItemId')::uuid
    FROM jsonb_array_elements((input->'items') || (input->'deductions')) item)
  ORDER BY id
  FOR UPDATE;

  answer := allocate_payment(ctx, input);
  FOR kept_back IN SELECT value FROM jsonb_array_elements(input->'deductions') LOOP
    deduction_allocations := deduction_allocations
      || to_jsonb(book_deduction(ctx, payment_row, kept_back, input));
  END LOOP;
  IF jsonb_array_length(input->'deductions') > 0 AND (answer->>'unapplied')::bigint > 0 THEN
    PERFORM refuse(
      'DEDUCTION_WITH_SURPLUS',
      'The payment has money left: nothing was kept back while that can still pay.', 'deductions');
  END IF;
  PERFORM learn_account(ctx, payment_row, ARRAY(
    SELECT allocation_key::uuid
    FROM jsonb_array_elements_text(answer->'allocationIds') allocation_key));
  RETURN answer || jsonb_build_object('deductionIds', deduction_allocations);
END $$;
