-- Stops reminders. Input {invoiceId, covers: 'invoice' | 'customer', reason, today, heldUntil?}; without a day
-- until somebody releases it. Answers {holdId}. Refuses: INVOICE_NOT_FOUND, HOLD_IN_THE_PAST.
CREATE OR REPLACE FUNCTION place_hold(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  key uuid := uuid_v7();
  held invoice%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO held FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId'); END IF;
  IF (input->>'heldUntil')::date < (input->>'today')::date THEN
    PERFORM refuse('HOLD_IN_THE_PAST', 'A hold ends today or later.', 'until');
  END IF;
  INSERT INTO dunning_hold (id, invoice_id, customer_id, reason, held_until, placed_by, placed_at)
  VALUES (key, CASE WHEN input->>'covers' = 'invoice' THEN held.id END,
    CASE WHEN input->>'covers' = 'customer' THEN held.customer_id END, input->>'reason', (input->>'heldUntil')::date,
    ctx#>>'{actor,id}', context_at(ctx));
  PERFORM note_hold(ctx, key, 'held');
  RETURN jsonb_build_object('holdId', key);
END $$;
