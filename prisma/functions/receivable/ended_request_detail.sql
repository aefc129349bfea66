-- What the event of an ended request adds when the request lapsed: the kind of allocation that left
-- nothing of its invoice to pay. A request that somebody decided adds nothing.
--
-- Input:   `ended` as end_write_off and end_credit_note_request take it
-- Answer:  {detail: {settledBy}}, or {}
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION ended_request_detail(ended jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN ended ? 'settledBy'
      THEN jsonb_build_object('detail', jsonb_build_object('settledBy', ended->'settledBy'))
    ELSE '{}'
  END
$$;
