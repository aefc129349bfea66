-- Ends the work item about a full quarantine when the sender's overflow was seen to: nothing of it
-- is open any more.
--
-- Input:   resolved: quarantine entries that were resolved just now
CREATE OR REPLACE FUNCTION end_quarantine_overflow(ctx jsonb, resolved uuid[]) RETURNS void
LANGUAGE sql AS $$
  SELECT end_work_item(ctx, 'quarantine-overflow', sender.actor_id)
  FROM (SELECT DISTINCT actor_id FROM quarantine WHERE id = ANY (resolved) AND overflow) sender
  WHERE NOT EXISTS (
    SELECT FROM quarantine
    WHERE actor_id = sender.actor_id AND resolved_at IS NULL AND overflow)
$$;
