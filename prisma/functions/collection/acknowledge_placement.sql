-- The agency accepts the case or not. Input {placementId, accepted, reason?}; the same answer again is a replay.
-- Answers {kind: 'acknowledged' | 'rejected' | 'replayed'}. Refuses: PLACEMENT_NOT_FOUND, PLACEMENT_CLOSED,
-- PLACEMENT_ALREADY_ANSWERED.
CREATE OR REPLACE FUNCTION acknowledge_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placed placement%ROWTYPE;
  accepted boolean := (input->>'accepted')::boolean;
BEGIN
  PERFORM require_agency();
  PERFORM enter_context(ctx);
  placed := lock_placement((input->>'placementId')::uuid);
  IF accepted AND placed.acknowledged_at IS NOT NULL OR NOT accepted AND placed.state = 'rejected' THEN
    RETURN '{"kind":"replayed"}';
  ELSIF placed.acknowledged_at IS NOT NULL OR placed.state = 'rejected' THEN
    PERFORM refuse('PLACEMENT_ALREADY_ANSWERED', 'The case was answered otherwise before.', 'accepted');
  ELSIF placed.state NOT IN ('created', 'submitted') THEN
    PERFORM refuse('PLACEMENT_CLOSED', format('The case is %s.', placed.state), 'placementId');
  ELSIF accepted THEN
    UPDATE placement SET state = 'acknowledged', acknowledged_at = context_at(ctx) WHERE id = placed.id;
    PERFORM note_placement(ctx, placed, 'placement-acknowledged', '{}');
    RETURN '{"kind":"acknowledged"}';
  END IF;
  PERFORM take_back(ctx, placed, 'rejected', input->>'reason');
  PERFORM note_placement(ctx, placed, 'placement-rejected', jsonb_build_object('amount', placed.outstanding_amount,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN '{"kind":"rejected"}';
END $$;
