-- Whether the agency closed the case in a report with a higher sequence, so that this report is
-- only late. False when the invoice is placed again by now.
--
-- Input:   `reported_sequence` is the number that the agency gave to this report
CREATE OR REPLACE FUNCTION is_overtaken_by_closure(placement_row placement, reported_sequence int)
RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT placement_row.state = 'closed'
    AND EXISTS (
      SELECT 1
      FROM placement_event closure
      WHERE closure.placement_id = placement_row.id
        AND closure.type = 'closed'
        AND closure.sequence > reported_sequence)
    AND NOT EXISTS (
      SELECT 1
      FROM placement other
      WHERE other.invoice_id = placement_row.invoice_id AND other.closed_at IS NULL)
$$;
