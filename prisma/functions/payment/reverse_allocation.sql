-- Undoes one allocation of a payment; everything stands as before, the receivable lives again, and a customer to whom only
-- this allocation had given the money has it no longer. Input {allocationId, reversedOn, reason}. Refuses:
-- ALLOCATION_NOT_FOUND, ALLOCATION_REVERSED, ALLOCATION_NOT_A_PAYMENT.
CREATE OR REPLACE FUNCTION reverse_allocation(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  one allocation%ROWTYPE;
  paid payment%ROWTYPE;
  owed record;
BEGIN
  PERFORM enter_context(ctx);
  SELECT p.* INTO paid FROM payment p JOIN allocation a ON a.payment_id = p.id
  WHERE a.id = (input->>'allocationId')::uuid FOR UPDATE OF p;
  SELECT * INTO one FROM allocation WHERE id = (input->>'allocationId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('ALLOCATION_NOT_FOUND', 'There is no such allocation.', 'allocationId'); END IF;
  IF one.kind <> 'payment' THEN
    PERFORM refuse('ALLOCATION_NOT_A_PAYMENT', 'Only payments are taken back this way.', 'allocationId');
  END IF;
  PERFORM lock_for_settlement(ARRAY[one.open_item_id]);
  UPDATE allocation SET reversed_at = context_at(ctx), reversed_on = (input->>'reversedOn')::date,
    reversed_by = ctx#>>'{actor,id}', reversal_reason = input->>'reason'
  WHERE id = one.id AND reversed_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('ALLOCATION_REVERSED', 'The allocation was undone before.', 'allocationId'); END IF;
  UPDATE open_item SET open_amount = open_amount + one.amount WHERE id = one.open_item_id;
  UPDATE payment SET unapplied_amount = unapplied_amount + one.amount, state = 'unapplied', customer_id = payer_of(id)
  WHERE id = paid.id RETURNING * INTO paid;
  SELECT i.id AS invoice_id, i.sale_id, i.number INTO owed
  FROM open_item o JOIN invoice i ON i.id = o.invoice_id WHERE o.id = one.open_item_id;
  PERFORM reverse_journal(ctx, jsonb_build_object('documentKind', 'allocation', 'documentId', one.id, 'businessDate', input->>'reversedOn'));
  -- What came before the case began was never part of it.
  PERFORM settle_placement(ctx, owed.invoice_id, CASE
    WHEN EXISTS (SELECT 1 FROM placement WHERE invoice_id = owed.invoice_id AND closed_at IS NULL AND placed_at > one.booked_at) THEN 'adjusted'
    WHEN paid.source = 'agency' THEN 'collected' ELSE 'paid_direct' END, -one.amount);
  PERFORM reopen_promises(ctx, owed.invoice_id, one.booked_at);
  PERFORM reopen_receivable(ctx, owed.invoice_id);
  PERFORM touch_receivable(owed.invoice_id, 'reversal');
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'unapplied-payment', 'subjectKind', 'payment', 'subjectId', paid.id,
    'customerId', paid.customer_id, 'amount', paid.unapplied_amount, 'currency', paid.currency));
  PERFORM refresh_unapplied(ctx, paid.id, 'allocation-reversed');
  PERFORM record_event(ctx, owed.sale_id, 'allocation-reversed', jsonb_build_object('kind', 'allocation', 'id', one.id,
    'number', owed.number, 'amount', one.amount, 'currency', one.currency, 'workflowId', 'receivable:' || owed.invoice_id));
  RETURN jsonb_build_object('unapplied', paid.unapplied_amount::text);
END $$;
