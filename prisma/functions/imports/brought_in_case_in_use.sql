-- Whether a case that was brought in has gone on since, in one word; NULL while it is as it came.
-- What was settled by anybody but the agency was told to it, and what it settled it has reported.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION brought_in_case_in_use(placement_key uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT 'case-went-on'
  FROM placement p
  WHERE p.id = placement_key
    AND (p.state NOT IN ('submitted', 'acknowledged')
      OR p.acknowledged_at > p.placed_at
      OR EXISTS (SELECT 1 FROM placement_event WHERE placement_id = p.id)
      OR EXISTS (SELECT 1 FROM webhook_delivery WHERE placement_id = p.id))
$$;
