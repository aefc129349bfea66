-- What agencies saw going to us is no work any more once we have booked it, or once nothing is left to collect.
CREATE OR REPLACE FUNCTION end_direct_payments(ctx jsonb, placement_key uuid) RETURNS void LANGUAGE sql AS $$
  SELECT end_work_item(ctx, 'direct-payment', v.id::text)
  FROM placement p JOIN placement_event v ON v.placement_id = p.id AND v.type = 'direct_payment'
  WHERE p.id = placement_key AND (p.outstanding_amount = 0 OR p.paid_direct_amount >= (SELECT sum(s.amount)
    FROM placement_event s WHERE s.placement_id = p.id AND s.type = 'direct_payment'))
$$;
