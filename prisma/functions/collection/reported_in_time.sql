-- Whether what an agency reports about a case that has ended happened before the end, and comes
-- within the days that were agreed for reports after it.
--
-- Input:   ended_at: when the case was recalled or closed; `input` as in report_placement_event
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION reported_in_time(
  ctx jsonb, placement_row placement, ended_at timestamptz, input jsonb
) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT (input->>'occurredAt')::timestamptz <= ended_at
    AND EXISTS (
      SELECT 1
      FROM agency
      WHERE agency.id = placement_row.agency_id
        AND context_at(ctx) <= ended_at + make_interval(days => agency.recall_report_days))
$$;
