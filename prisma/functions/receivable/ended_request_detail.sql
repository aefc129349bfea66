-- The detail of the event of an ended request. For a lapsed request it names the kind of allocation
-- after which nothing was left to pay; for a decided request it is empty.
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
