-- A person has looked at a hold that came back as work, and keeps it: until another day, or as long
-- as before. It comes back again after the same number of days.
--
-- Input:   keepHold in prisma/commands/receivable.ts; `today` is the day in the zone of the legal
--   entity; without `heldUntil` the end of the hold stays as it is
-- Answer:  {}
-- Locks:   the books (shared), the hold, its work item, receivables by invoice
-- Refuses: HOLD_NOT_FOUND, HOLD_RELEASED, HOLD_IN_THE_PAST
-- Key:     none: a repetition is another look at the hold
CREATE OR REPLACE FUNCTION keep_hold(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  hold_row dunning_hold%ROWTYPE;
  today date := (input->>'today')::date;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO hold_row FROM dunning_hold WHERE id = (input->>'holdId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('HOLD_NOT_FOUND', 'There is no such hold.', 'holdId');
  END IF;
  IF hold_row.released_at IS NOT NULL THEN
    PERFORM refuse('HOLD_RELEASED', 'The hold was released before.', 'holdId');
  END IF;
  IF (input->>'heldUntil')::date < today THEN
    PERFORM refuse('HOLD_IN_THE_PAST', 'A hold ends today or later.', 'until');
  END IF;

  UPDATE dunning_hold
  SET reason = input->>'reason',
    held_until = coalesce((input->>'heldUntil')::date, held_until),
    review_on = today + review_days
  WHERE id = hold_row.id;
  PERFORM end_work_item(ctx, 'hold-review', hold_row.id::text);
  PERFORM note_hold(ctx, hold_row.id, 'hold-kept');
  RETURN '{}';
END $$;
