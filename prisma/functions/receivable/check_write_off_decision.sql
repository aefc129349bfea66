-- Refuses a decision about a write-off that is decided already, an approval by the person who
-- asked, and one of an invoice with nothing open.
--
-- Input:   the request, 'approved' or 'rejected', and what is open of the invoice
-- Locks:   none: the caller holds the request and the open items
-- Refuses: WRITE_OFF_DECIDED, PERSON_REQUIRED, SECOND_PERSON_REQUIRED, NOTHING_OPEN
CREATE OR REPLACE FUNCTION check_write_off_decision(
  ctx jsonb, request write_off, decision text, open_total bigint
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF request.state <> 'requested' THEN
    PERFORM refuse('WRITE_OFF_DECIDED', ended_request_sentence(request.state), 'writeOffId');
  END IF;
  IF decision <> 'approved' THEN
    RETURN;
  END IF;
  PERFORM check_asker(request.requested_by, 'writeOffId');
  PERFORM check_second_person(
    ctx, request.requested_by, 'Who asked for a write-off cannot be the one who approves it.',
    'writeOffId');
  IF open_total = 0 THEN
    PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'writeOffId');
  END IF;
END $$;
