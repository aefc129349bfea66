-- Whether the agency closed the case itself with a later report, so that this one was under way before; not when
-- another agency has the case by now.
CREATE OR REPLACE FUNCTION is_overtaken(placed placement, reported int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT placed.state = 'closed'
    AND EXISTS (SELECT 1 FROM placement_event e WHERE e.placement_id = placed.id AND e.type = 'closed' AND e.sequence > reported)
    AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.invoice_id = placed.invoice_id AND p.closed_at IS NULL)
$$;
