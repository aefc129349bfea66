-- Applies a payment to open items. Input {paymentId, bookedOn, items: [{openItemId, amount}], evidence?, accounts:
-- {unappliedCash, receivables}}. It is the money of the customer whose item it pays first, whoever was suspected before.
-- Answers {allocationIds, unapplied}.
-- Refuses: PAYMENT_NOT_FOUND, PAYMENT_REVERSED, ALLOCATION_EXCEEDS_PAYMENT and those of settle_open_items.
CREATE OR REPLACE FUNCTION allocate_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  paid payment%ROWTYPE;
  total bigint;
  settled uuid[];
  one allocation%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO paid FROM payment WHERE id = (input->>'paymentId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('PAYMENT_NOT_FOUND', 'There is no such payment.', 'paymentId'); END IF;
  IF paid.state = 'reversed' THEN PERFORM refuse('PAYMENT_REVERSED', 'The payment was taken back.', 'paymentId'); END IF;
  SELECT coalesce(sum((i->>'amount')::bigint), 0) INTO total FROM jsonb_array_elements(input->'items') i;
  IF total <= 0 OR total > paid.unapplied_amount THEN
    PERFORM refuse('ALLOCATION_EXCEEDS_PAYMENT', format('%s is left of the payment, %s was to be applied.',
      paid.unapplied_amount, total), 'items');
  END IF;
  DELETE FROM payment_suggestion WHERE payment_id = paid.id;
  settled := settle_open_items(ctx, input || '{"kind":"payment"}', paid.currency);
  UPDATE payment SET unapplied_amount = unapplied_amount - total, customer_id = payer_of(id),
    found_customer_id = CASE WHEN input#>>'{evidence,by}' = 'matcher' THEN payer_of(id)
      WHEN unapplied_amount = amount THEN customer_id ELSE found_customer_id END,
    state = CASE WHEN unapplied_amount = total THEN 'applied' ELSE 'unapplied' END
  WHERE id = paid.id;
  IF paid.unapplied_amount = total THEN
    UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
    WHERE subject_kind = 'payment' AND subject_id = paid.id::text AND state = 'open';
  ELSE
    PERFORM refresh_unapplied(ctx, paid.id, 'partly-applied');
  END IF;
  FOR one IN SELECT * FROM allocation WHERE id = ANY (settled) LOOP
    PERFORM post_allocation(ctx, one, input->'accounts', paid.legal_entity_id);
  END LOOP;
  RETURN jsonb_build_object('allocationIds', to_jsonb(settled), 'unapplied', (paid.unapplied_amount - total)::text);
END $$;
