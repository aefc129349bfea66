-- Takes back one deduction from one open item. Not a command: the caller holds the payment.
CREATE OR REPLACE FUNCTION undo_deduction(ctx jsonb, one allocation, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM open_item WHERE id = one.open_item_id FOR UPDATE;
  UPDATE allocation SET reversed_at = context_at(ctx), reversed_on = (input->>'reversedOn')::date,
    reversed_by = ctx#>>'{actor,id}', reversal_reason = input->>'reason'
  WHERE id = one.id AND reversed_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('ALLOCATION_REVERSED', 'The allocation was undone before.', 'allocationId'); END IF;
  UPDATE open_item SET open_amount = open_amount + one.amount WHERE id = one.open_item_id;
  UPDATE deduction SET state = 'reversed' WHERE id = one.deduction_id;
  UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE subject_kind = 'deduction' AND subject_id = one.deduction_id::text AND state = 'open';
  PERFORM reverse_journal(ctx, jsonb_build_object('documentKind', 'allocation', 'documentId', one.id, 'businessDate', input->>'reversedOn'));
  PERFORM settle_placement(ctx, o.invoice_id, 'adjusted', -one.amount), reopen_receivable(ctx, o.invoice_id),
    touch_receivable(o.invoice_id, 'reversal'),
    record_event(ctx, i.sale_id, 'allocation-reversed', jsonb_build_object('kind', 'allocation', 'id', one.id,
      'number', i.number, 'amount', one.amount, 'currency', one.currency, 'workflowId', 'receivable:' || i.id))
  FROM open_item o JOIN invoice i ON i.id = o.invoice_id WHERE o.id = one.open_item_id;
END $$;
