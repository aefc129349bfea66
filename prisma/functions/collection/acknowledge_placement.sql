-- Writes down an agency's answer to a case that was placed with it: it accepts the case, or turns
-- it down and the case comes back. For the request of the agency itself.
--
-- Input:   acknowledgePlacement in prisma/commands/collection.ts; `reason` is given when the case
--          is turned down
-- Answer:  kind `acknowledged` or `rejected`; `replayed`: the agency gave the same answer before
-- Locks:   the books (shared), the invoice's open items by id, the placement, the receivable
-- Refuses: PLACEMENT_NOT_FOUND, PLACEMENT_ALREADY_ANSWERED (the agency gave the other answer
--          before), PLACEMENT_CLOSED (the case was recalled or has ended)
-- Key:     placementId and the answer: the same answer again is `replayed`
CREATE OR REPLACE FUNCTION acknowledge_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placement_row placement%ROWTYPE;
  accepted boolean := (input->>'accepted')::boolean;
  has_accepted boolean;
  has_rejected boolean;
BEGIN
  PERFORM require_agency();
  PERFORM enter_context(ctx);
  placement_row := lock_placement((input->>'placementId')::uuid);
  has_accepted := placement_row.acknowledged_at IS NOT NULL;
  has_rejected := placement_row.state = 'rejected';

  IF accepted AND has_accepted OR NOT accepted AND has_rejected THEN
    RETURN '{"kind":"replayed"}';
  ELSIF has_accepted OR has_rejected THEN
    PERFORM refuse(
      'PLACEMENT_ALREADY_ANSWERED', 'The case was answered otherwise before.', 'accepted');
  ELSIF placement_row.state NOT IN ('created', 'submitted') THEN
    PERFORM refuse(
      'PLACEMENT_CLOSED', format('The case is %s.', placement_row.state), 'placementId');
  ELSIF accepted THEN
    UPDATE placement
    SET state = 'acknowledged', acknowledged_at = context_at(ctx)
    WHERE id = placement_row.id;
    PERFORM note_placement(ctx, placement_row, 'placement-acknowledged', '{}');
    RETURN '{"kind":"acknowledged"}';
  END IF;

  PERFORM take_placement_back(ctx, placement_row, 'rejected', input->>'reason');
  PERFORM note_placement(ctx, placement_row, 'placement-rejected', jsonb_build_object(
    'amount', placement_row.outstanding_amount,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN '{"kind":"rejected"}';
END $$;
