-- Whether the agency closed the case in a report with a higher sequence, so that this report of
-- what was before is only late (reported_in_time). False when the invoice is placed again by now.
--
-- Input:   `input` as in report_placement_event
CREATE OR REPLACE FUNCTION is_overtaken_by_closure(
  ctx jsonb, placement_row placement, input jsonb
) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT placement_row.state = 'closed'
    AND reported_in_time(ctx, placement_row, placement_row.closed_at, input)
    AND EXISTS (
      SELECT 1
      FROM placement_event closure
      WHERE closure.placement_id = placement_row.id
        AND closure.type = 'closed'
        AND closure.sequence > (input->>'sequence')::int)
    AND NOT EXISTS (
      SELECT 1
      FROM placement other
      WHERE other.invoice_id = placement_row.invoice_id AND other.closed_at IS NULL)
$$;
