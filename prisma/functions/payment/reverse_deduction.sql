-- Undoes the allocation of one deduction: the deducted amount is owed again, and the work item for
-- its document ends.
--
-- Input:   the allocation, and {reversedOn, reason}
-- Locks:   the caller holds the payment; the open item, the allocation, the placement, the
--   receivable, the sale's life
-- Refuses: ALLOCATION_REVERSED
-- Key:     the allocation: undoing again is refused
CREATE OR REPLACE FUNCTION reverse_deduction(
  ctx jsonb, allocation_row allocation, input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM open_item WHERE id = allocation_row.open_item_id FOR UPDATE;
  PERFORM mark_allocation_reversed(ctx, allocation_row, input);
  UPDATE deduction SET state = 'reversed' WHERE id = allocation_row.deduction_id;
  PERFORM end_work_items_about(ctx, 'deduction', allocation_row.deduction_id::text);
  PERFORM revive_receivable(ctx, allocation_row, placement_part('deduction', NULL),
    input->>'reversedOn');
END $$;
