-- Ends a hold: reminders may go out again.
--
-- Input:   releaseHold in prisma/commands/receivable.ts
-- Answer:  {}
-- Locks:   the books (shared), the hold, the work items about it and about the customer's letters,
--   receivables by invoice
-- Refuses: HOLD_NOT_FOUND, HOLD_RELEASED
-- Key:     holdId; releasing again is refused
CREATE OR REPLACE FUNCTION release_hold(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  hold_key uuid := (input->>'holdId')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM dunning_hold WHERE id = hold_key;
  IF NOT FOUND THEN
    PERFORM refuse('HOLD_NOT_FOUND', 'There is no such hold.', 'holdId');
  END IF;
  UPDATE dunning_hold
  SET released_by = ctx#>>'{actor,id}', released_at = context_at(ctx)
  WHERE id = hold_key AND released_at IS NULL;
  IF NOT FOUND THEN
    PERFORM refuse('HOLD_RELEASED', 'The hold was released before.', 'holdId');
  END IF;
  PERFORM end_work_item(ctx, 'hold-review', hold_key::text);
  PERFORM end_work_item(ctx, 'notice-undeliverable',
    (SELECT customer_id::text FROM dunning_hold WHERE id = hold_key));
  PERFORM note_hold(ctx, hold_key, 'hold-released');
  RETURN '{}';
END $$;
