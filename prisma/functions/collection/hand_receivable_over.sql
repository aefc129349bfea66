-- Marks the receivable of a new placement as placed: what asked for a placement ends, and its life
-- waits for the agency.
--
-- Locks:   the sale's lifecycle; the caller holds the open items and the receivable
-- Refuses: none
CREATE OR REPLACE FUNCTION hand_receivable_over(
  ctx jsonb, invoice_row invoice, placement_row placement
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE receivable
  SET state = 'placed', next_step = 'collection', next_step_at = NULL
  WHERE invoice_id = invoice_row.id;
  PERFORM set_stage(
    ctx, invoice_row.sale_id, 'placed', jsonb_build_object('nextStep', 'collection'));
  PERFORM end_placement_request(ctx, request, '{"state":"lapsed"}')
  FROM placement_request request
  WHERE request.invoice_id = invoice_row.id AND request.state = 'requested';
  PERFORM end_work_item(ctx, ended.kind, invoice_row.id::text)
  FROM unnest(ARRAY['no-agency', 'returned-by-agency', 'not-for-placement', 'small-rest'])
    AS ended(kind);
  PERFORM note_placement(ctx, placement_row, 'placed', jsonb_build_object(
    'amount', placement_row.placed_amount,
    'detail', jsonb_build_object(
      'agency', (SELECT name FROM agency WHERE id = placement_row.agency_id))));
END $$;
