-- Recalls a case from its agency. The agency gets a message; its later reports are
-- refused, except of payments that came before (came_before_recall).
--
-- Input:   recallPlacement in prisma/commands/collection.ts
-- Answer:  kind `recalled`, or `already-recalled`
-- Locks:   the books (shared), the invoice's open items by id, the placement, the receivable, its
--          sale's lifecycle
-- Refuses: PLACEMENT_NOT_FOUND, PLACEMENT_CLOSED
-- Key:     placementId and its state: a repetition answers `already-recalled`
CREATE OR REPLACE FUNCTION recall_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placement_row placement%ROWTYPE;
  recalled_row placement%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  placement_row := lock_placement((input->>'placementId')::uuid);
  IF placement_row.state = 'recalled' THEN
    RETURN '{"kind":"already-recalled"}';
  END IF;
  IF placement_row.closed_at IS NOT NULL THEN
    PERFORM refuse(
      'PLACEMENT_CLOSED', format('The case is %s.', placement_row.state), 'placementId');
  END IF;

  recalled_row := take_placement_back(ctx, placement_row, 'recalled', input->>'reason');
  PERFORM tell_agency(ctx, recalled_row, 'placement.recalled', json_build_object(
    'recalled', wire_money(placement_row.outstanding_amount, placement_row.currency)));
  PERFORM set_stage(
    ctx, invoice.sale_id, 'collecting', jsonb_build_object('nextStep', 'recalled'))
  FROM invoice
  WHERE invoice.id = placement_row.invoice_id;
  PERFORM note_placement(ctx, placement_row, 'placement-recalled', jsonb_build_object(
    'amount', placement_row.outstanding_amount,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN '{"kind":"recalled"}';
END $$;
