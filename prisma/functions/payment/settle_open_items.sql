-- Joins money, credit or loss to open items. Input {kind, paymentId | creditNoteId | writeOffId | deductionId,
-- bookedOn, evidence?, items: [{openItemId, amount}]}. Not a command: the callers post the journal.
-- What waited for these items only, or for their invoices, ends with them.
-- Refuses: OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH, DEDUCTION_WITHOUT_PAYMENT, CURRENCY_MISMATCH,
-- ALLOCATION_EXCEEDS_OPEN. Answers the allocation ids.
CREATE OR REPLACE FUNCTION settle_open_items(ctx jsonb, input jsonb, unit char(3)) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  item record;
  due open_item%ROWTYPE;
  settled uuid[] := '{}';
  key uuid;
  entity uuid := settling_entity(input);
  part text := CASE input->>'kind' WHEN 'credit-note' THEN 'adjusted' WHEN 'deduction' THEN 'adjusted'
    WHEN 'write-off' THEN 'written_off' ELSE 'paid_direct' END;
BEGIN
  IF (SELECT source FROM payment WHERE id = (input->>'paymentId')::uuid) = 'agency' THEN part := 'collected'; END IF;
  PERFORM lock_for_settlement(ARRAY(SELECT (i->>'openItemId')::uuid FROM jsonb_array_elements(input->'items') i));
  FOR item IN SELECT (i->>'openItemId')::uuid AS id, (i->>'amount')::bigint AS amount, n
    FROM jsonb_array_elements(input->'items') WITH ORDINALITY AS x(i, n) ORDER BY 1
  LOOP
    SELECT * INTO due FROM open_item WHERE id = item.id FOR UPDATE;
    IF NOT FOUND THEN
      PERFORM refuse('OPEN_ITEM_NOT_FOUND', 'There is no such open item.', format('items[%s].openItem', item.n - 1));
    ELSIF (SELECT legal_entity_id FROM invoice WHERE id = due.invoice_id) IS DISTINCT FROM entity THEN
      PERFORM refuse('LEGAL_ENTITY_MISMATCH', 'The item is owed to another legal entity than the one that would settle it.',
        format('items[%s].openItem', item.n - 1));
    ELSIF input->>'kind' = 'deduction' AND NOT EXISTS (SELECT 1 FROM deduction d JOIN allocation a ON a.payment_id = d.payment_id
        JOIN open_item o ON o.id = a.open_item_id
        WHERE d.id = (input->>'deductionId')::uuid AND a.reversed_at IS NULL AND o.invoice_id = due.invoice_id) THEN
      PERFORM refuse('DEDUCTION_WITHOUT_PAYMENT', 'The payment pays nothing of this invoice, so nothing of it was kept back.', 'deductions');
    ELSIF due.currency <> unit THEN
      PERFORM refuse('CURRENCY_MISMATCH', format('The item is in %s.', due.currency), format('items[%s].amount', item.n - 1));
    ELSIF item.amount <= 0 OR item.amount > due.open_amount THEN
      PERFORM refuse('ALLOCATION_EXCEEDS_OPEN', format('%s is open, %s was to be settled.', due.open_amount, item.amount),
        format('items[%s].amount', item.n - 1));
    END IF;
    key := uuid_v7();
    UPDATE open_item SET open_amount = open_amount - item.amount WHERE id = item.id;
    INSERT INTO allocation (id, open_item_id, kind, payment_id, credit_note_id, write_off_id, deduction_id, amount, currency,
      booked_on, booked_at, booked_by, evidence)
    VALUES (key, item.id, input->>'kind', (input->>'paymentId')::uuid, (input->>'creditNoteId')::uuid,
      (input->>'writeOffId')::uuid, (input->>'deductionId')::uuid, item.amount, unit, (input->>'bookedOn')::date,
      context_at(ctx), ctx#>>'{actor,id}', input->'evidence');
    settled := settled || key;
    PERFORM settle_placement(ctx, due.invoice_id, part, item.amount);
    PERFORM touch_receivable(due.invoice_id, input->>'kind');
    PERFORM record_event(ctx, i.sale_id, input->>'kind' || '-applied', jsonb_build_object('kind', 'allocation', 'id', key,
        'number', i.number, 'amount', item.amount, 'currency', unit, 'workflowId', 'receivable:' || i.id))
    FROM invoice i WHERE i.id = due.invoice_id;
  END LOOP;
  PERFORM end_spent_suggestions(ctx, ARRAY(SELECT open_item_id FROM allocation WHERE id = ANY (settled)));
  PERFORM end_lost_causes(ctx, i.id, jsonb_build_object('kind', input->>'kind', 'creditNoteId', input->>'creditNoteId'))
  FROM (SELECT DISTINCT o.invoice_id AS id FROM allocation a JOIN open_item o ON o.id = a.open_item_id
    WHERE a.id = ANY (settled) ORDER BY 1) i;
  RETURN settled;
END $$;
