-- Ends the work items about direct payments that the agency of a case reported, once we have booked
-- as much or nothing is left to collect.
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
