-- Whether the agency closed the case itself in a later report, so that this report was under way
-- before. Not when another agency has the case by now.
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
