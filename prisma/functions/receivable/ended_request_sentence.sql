-- One sentence about how a request (write-off or credit note) ended, for the refusal of a second
-- decision.
--
-- Input:   the state of an ended request
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION ended_request_sentence(state text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE state
    WHEN 'lapsed' THEN 'The request lapsed: nothing of the invoice was left to pay.'
    ELSE format('The request was %s before.', state)
  END
$$;
