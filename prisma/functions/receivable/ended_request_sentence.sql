-- One sentence about how a request (write-off, credit note or placement) ended, for the refusal of
-- a second decision.
--
-- Input:   the state of an ended request
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION ended_request_sentence(state text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE state
    WHEN 'lapsed' THEN 'The request lapsed: the invoice was paid or placed before.'
    ELSE format('The request was %s before.', state)
  END
$$;
