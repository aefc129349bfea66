-- Stops reminders for an invoice or for a customer, until a day or until somebody releases the
-- hold. A hold that lasts longer than the days of the dunning policy comes back as work for a
-- person (announce_next_step, keep_hold).
--
-- Input:   placeHold in prisma/commands/receivable.ts; `today` is the day in the zone of the legal
--   entity; without `heldUntil` somebody has to release it
-- Answer:  the hold
-- Locks:   the books (shared), receivables by invoice
-- Refuses: INVOICE_NOT_FOUND, HOLD_IN_THE_PAST
-- Key:     none: a repetition is another hold
CREATE OR REPLACE FUNCTION place_hold(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  hold_key uuid := uuid_v7();
  held invoice%ROWTYPE;
  days int;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO held FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId');
  END IF;
  IF (input->>'heldUntil')::date < (input->>'today')::date THEN
    PERFORM refuse('HOLD_IN_THE_PAST', 'A hold ends today or later.', 'until');
  END IF;

  days := hold_review_days(held, (input->>'today')::date);
  INSERT INTO dunning_hold (id, invoice_id, customer_id, reason, held_until, review_on, review_days,
    placed_by, placed_at)
  VALUES (hold_key,
    CASE WHEN input->>'covers' = 'invoice' THEN held.id END,
    CASE WHEN input->>'covers' = 'customer' THEN held.customer_id END,
    input->>'reason', (input->>'heldUntil')::date, (input->>'today')::date + days, days,
    ctx#>>'{actor,id}', context_at(ctx));
  PERFORM note_hold(ctx, hold_key, 'held');
  RETURN jsonb_build_object('holdId', hold_key);
END $$;
