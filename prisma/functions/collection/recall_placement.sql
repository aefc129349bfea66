-- Calls a case back. Input {placementId, reason}; again: {kind: 'already-recalled'}. The agency is told; from this
-- moment on nothing of it is accepted. Refuses: PLACEMENT_NOT_FOUND, PLACEMENT_CLOSED.
CREATE OR REPLACE FUNCTION recall_placement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  placed placement%ROWTYPE;
  ended placement%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  placed := lock_placement((input->>'placementId')::uuid);
  IF placed.state = 'recalled' THEN RETURN '{"kind":"already-recalled"}'; END IF;
  IF placed.closed_at IS NOT NULL THEN
    PERFORM refuse('PLACEMENT_CLOSED', format('The case is %s.', placed.state), 'placementId');
  END IF;
  ended := take_back(ctx, placed, 'recalled', input->>'reason');
  PERFORM tell_agency(ctx, ended, 'placement.recalled', json_build_object('recalled', wire_money(placed.outstanding_amount, placed.currency)));
  PERFORM set_stage(ctx, i.sale_id, 'collecting', jsonb_build_object('nextStep', 'recalled')) FROM invoice i WHERE i.id = placed.invoice_id;
  PERFORM note_placement(ctx, placed, 'placement-recalled', jsonb_build_object('amount', placed.outstanding_amount,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN '{"kind":"recalled"}';
END $$;
