-- Takes what is disputed out of the open case of an invoice, or gives it back when a dispute has
-- ended: it moves between the outstanding and the recalled amount, and the agency gets a message.
-- When all that is left is disputed, nothing is moved: the workflow of the case recalls it.
--
-- Input:   the invoice
-- Locks:   the open placement of the invoice
-- Refuses: none
-- Key:     the disputes that are open; again nothing changes
CREATE OR REPLACE FUNCTION set_disputed_part_aside(ctx jsonb, invoice_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  placement_row placement%ROWTYPE;
  rest bigint;
  aside bigint;
  taken bigint;
BEGIN
  SELECT * INTO placement_row
  FROM placement
  WHERE invoice_id = invoice_key AND closed_at IS NULL AND state <> 'recalled'
  FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  rest := placement_row.outstanding_amount + placement_row.recalled_amount;
  aside := disputed_of_case(placement_row);
  taken := aside - placement_row.recalled_amount;
  IF taken = 0 OR aside >= rest THEN
    RETURN;
  END IF;
  UPDATE placement
  SET recalled_amount = aside, outstanding_amount = rest - aside
  WHERE id = placement_row.id
  RETURNING * INTO placement_row;
  PERFORM tell_agency(ctx, placement_row, 'placement.adjusted', json_build_object(
    'amount', wire_money(taken, placement_row.currency)));
END $$;
