-- Says in one sentence how a request (to write off, or for a credit note) ended, for the refusal of
-- whoever decides it once more.
--
-- Input:   the state of a request that does not wait any more
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION ended_request_sentence(state text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE state
    WHEN 'lapsed' THEN 'The request lapsed: nothing of the invoice was left to pay.'
    ELSE format('The request was %s before.', state)
  END
$$;
