-- Whether this report is of a payment that the agency collected before we recalled the case, and
-- comes within the days that were agreed for it. False when the invoice is placed again by now.
--
-- Input:   `input` as in report_placement_event
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION came_before_recall(
  ctx jsonb, placement_row placement, input jsonb
) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT placement_row.state = 'recalled'
    AND input->>'type' = 'payment'
    AND reported_in_time(ctx, placement_row, placement_row.recalled_at, input)
    AND NOT EXISTS (
      SELECT 1
      FROM placement other
      WHERE other.invoice_id = placement_row.invoice_id
        AND other.id <> placement_row.id
        AND other.closed_at IS NULL)
$$;
