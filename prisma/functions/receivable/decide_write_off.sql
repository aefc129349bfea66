-- A second person agrees or not. Input {writeOffId, decision: 'approved' | 'rejected', businessDate, accounts:
-- {badDebt, receivables}}. What was paid since the request is not given up: at most what is still open. Answers
-- {writtenOff}. Refuses: WRITE_OFF_NOT_FOUND, WRITE_OFF_DECIDED, SECOND_PERSON_REQUIRED, NOTHING_OPEN.
CREATE OR REPLACE FUNCTION decide_write_off(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  asked write_off%ROWTYPE;
  due bigint;
  given_up bigint := 0;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO asked FROM write_off WHERE id = (input->>'writeOffId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('WRITE_OFF_NOT_FOUND', 'There is no such request.', 'writeOffId'); END IF;
  -- The items first: whoever settles them ends the request.
  due := lock_open_items(asked.invoice_id);
  SELECT * INTO asked FROM write_off WHERE id = asked.id FOR UPDATE;
  IF asked.state <> 'requested' THEN
    PERFORM refuse('WRITE_OFF_DECIDED', ended_request_sentence(asked.state), 'writeOffId');
  END IF;
  IF input->>'decision' = 'approved' AND ctx#>>'{actor,id}' = asked.requested_by THEN
    PERFORM refuse('SECOND_PERSON_REQUIRED', 'Who asked for a write-off cannot be the one who approves it.', 'writeOffId');
  END IF;
  IF input->>'decision' = 'approved' THEN
    IF due = 0 THEN PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'writeOffId'); END IF;
    given_up := least(due, asked.amount);
    PERFORM lock_for_settlement(ARRAY(SELECT id FROM open_item WHERE invoice_id = asked.invoice_id));
  END IF;
  -- Before it is booked: its own booking must not let it lapse.
  PERFORM end_write_off(ctx, asked, jsonb_build_object('state', input->>'decision', 'amount', given_up));
  IF given_up > 0 THEN PERFORM post_write_off(ctx, asked, given_up, input); END IF;
  RETURN jsonb_build_object('writtenOff', given_up::text);
END $$;
