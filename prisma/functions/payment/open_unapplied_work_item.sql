-- Opens a work item about an unapplied payment.
--
-- Input:   the payment, and what the work item says of it
-- Locks:   the work item
-- Refuses: none
-- Key:     the payment: one open work item each
CREATE OR REPLACE FUNCTION open_unapplied_work_item(
  ctx jsonb, payment_key uuid, detail jsonb
) RETURNS void
LANGUAGE sql AS $$
  SELECT open_work_item(ctx, unapplied_work_item(p, detail))
  FROM payment p
  WHERE p.id = payment_key
$$;
