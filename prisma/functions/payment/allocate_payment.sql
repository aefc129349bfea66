-- Applies a payment to open items. The payment then belongs to the customer of the first item it
-- pays, even when another payer was assumed. Its suggestions are deleted.
--
-- Input:   allocatePayment in prisma/commands/payment.ts; `evidence.by` is 'matcher' when the
--   matcher found the customer: the payment is still this customer's when the allocation is undone
-- Answer:  the allocations in the order of their open items, and what is left of the payment
-- Locks:   the books (shared), the payment, then those of settle_open_items
-- Refuses: PAYMENT_NOT_FOUND, PAYMENT_REVERSED, ALLOCATION_EXCEEDS_PAYMENT; OPEN_ITEM_NOT_FOUND,
--   LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN (settle_open_items)
-- Key:     none: a repetition applies more of what is left, and is refused when too little is left
CREATE OR REPLACE FUNCTION allocate_payment(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  payment_row payment%ROWTYPE;
  total bigint;
  settled uuid[];
BEGIN
  PERFORM enter_context(ctx);
  payment_row := lock_standing_payment((input->>'paymentId')::uuid);
  SELECT coalesce(sum((item->>'amount')::bigint), 0) INTO total
  FROM jsonb_array_elements(input->'items') item;
  IF total <= 0 OR total > payment_row.unapplied_amount THEN
    PERFORM refuse(
      'ALLOCATION_EXCEEDS_PAYMENT',
      format('%s is left of the payment, %s was to be applied.',
        money_text(payment_row.unapplied_amount, payment_row.currency),
        money_text(total, payment_row.currency)),
      'items');
  END IF;

  settled := settle_open_items(ctx, input || '{"kind":"payment"}', payment_row.currency);
  PERFORM remember_suggestions(payment_row, settled);
  DELETE FROM payment_suggestion WHERE payment_id = payment_row.id;
  PERFORM use_payment(ctx, payment_row, total, input#>>'{evidence,by}');
  PERFORM post_allocation(ctx, allocation_key, input#>>'{accounts,unappliedCash}',
    input#>>'{accounts,receivables}')
  FROM unnest(settled) AS allocation_key;
  RETURN jsonb_build_object(
    'allocationIds', to_jsonb(settled),
    'unapplied', (payment_row.unapplied_amount - total)::text);
END $$;
