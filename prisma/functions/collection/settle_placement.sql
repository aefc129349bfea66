-- Keeps the amounts of an invoice's open placement in balance when a part is settled, or a
-- settlement is undone. An item that was paid before the placement and is open again joins the
-- case, and so does a later fee. The agency gets a message about every change that it did not
-- report itself. What is disputed stays outside (set_disputed_part_aside).
--
-- Input:   `part` is the amount of the placement that changes: collected, paid_direct, adjusted
--          or written_off; `settled_amount` is below zero when it comes back
-- Locks:   the open placement of the invoice
CREATE OR REPLACE FUNCTION settle_placement(
  ctx jsonb,
  invoice_key uuid,
  part text,
  settled_amount bigint
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placement_row placement%ROWTYPE;
  booked_part text;
  disputed bigint;
  rest bigint;
BEGIN
  SELECT * INTO placement_row
  FROM placement
  WHERE invoice_id = invoice_key AND closed_at IS NULL
  FOR UPDATE;
  IF NOT FOUND OR placement_row.state = 'recalled' THEN
    RETURN;
  END IF;
  IF settled_amount < 0 THEN
    PERFORM place_open_items(placement_row);
  END IF;

  disputed := disputed_of_case(placement_row);
  rest := placement_row.outstanding_amount + placement_row.recalled_amount - settled_amount;
  booked_part := part_or_adjustment(placement_row, part, settled_amount);
  UPDATE placement
  SET collected_amount = collected_amount
      + CASE WHEN booked_part = 'collected' THEN settled_amount ELSE 0 END,
    paid_direct_amount = paid_direct_amount
      + CASE WHEN booked_part = 'paid_direct' THEN settled_amount ELSE 0 END,
    adjusted_amount = adjusted_amount
      + CASE WHEN booked_part = 'adjusted' THEN settled_amount ELSE 0 END,
    written_off_amount = written_off_amount
      + CASE WHEN booked_part = 'written_off' THEN settled_amount ELSE 0 END,
    recalled_amount = least(disputed, rest),
    outstanding_amount = rest - least(disputed, rest)
  WHERE id = placement_row.id
  RETURNING * INTO placement_row;
  -- An agency knows of its own money only that it came, not that it went back.
  IF booked_part <> 'collected' OR settled_amount < 0 THEN
    PERFORM tell_agency(
      ctx,
      placement_row,
      CASE WHEN booked_part = 'paid_direct' AND settled_amount > 0
        THEN 'placement.direct_payment' ELSE 'placement.adjusted' END,
      json_build_object('amount', wire_money(settled_amount, placement_row.currency)));
  END IF;
  PERFORM end_direct_payment_work(ctx, placement_row.id);
END $$;
