-- Ends the work items about direct payments that the agency of a case reported, once we have
-- booked as much or nothing is left to collect. Runs when a part of the case is settled
-- (settle_placement), when we take the case back (take_placement_back: recalled, turned down or
-- closed by the agency), and when it closes because all is paid (close_placement).
--
-- Locks:   the work items; the caller holds the placement
-- Key:     the work items that are open; again nothing happens
CREATE OR REPLACE FUNCTION end_direct_payment_work(ctx jsonb, placement_key uuid) RETURNS void
LANGUAGE sql AS $$
  SELECT end_work_item(ctx, 'direct-payment', seen.id::text)
  FROM placement
  JOIN placement_event seen
    ON seen.placement_id = placement.id AND seen.type = 'direct_payment'
  WHERE placement.id = placement_key
    AND (
      placement.outstanding_amount = 0
      OR placement.paid_direct_amount >= (
        SELECT sum(counted.amount)
        FROM placement_event counted
        WHERE counted.placement_id = placement.id AND counted.type = 'direct_payment'))
$$;
