-- Marks an allocation as reversed and reopens its amount on the item.
--
-- Input:   the allocation, and {reversedOn, reason}
-- Locks:   the caller holds the open item; the allocation
-- Refuses: ALLOCATION_REVERSED
-- Key:     the allocation: undoing again is refused
CREATE OR REPLACE FUNCTION mark_allocation_reversed(
  ctx jsonb, allocation_row allocation, input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE allocation
  SET reversed_at = context_at(ctx),
    reversed_on = (input->>'reversedOn')::date,
    reversed_by = ctx#>>'{actor,id}',
    reversal_reason = input->>'reason'
  WHERE id = allocation_row.id AND reversed_at IS NULL;
  IF NOT FOUND THEN
    PERFORM refuse('ALLOCATION_REVERSED', 'The allocation was undone before.', 'allocationId');
  END IF;
  UPDATE open_item
  SET open_amount = open_amount + allocation_row.amount, settled_on = NULL
  WHERE id = allocation_row.open_item_id;
END $$;
