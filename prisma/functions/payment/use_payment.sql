-- Subtracts what was just allocated from a payment. When nothing is left, its work item ends;
-- otherwise the work item says what is left.
--
-- Input:   the payment as it was before, what is taken from it, and who found its items: 'matcher',
--   'person', or null
-- Locks:   the caller holds the payment; its work items
-- Refuses: none
CREATE OR REPLACE FUNCTION use_payment(
  ctx jsonb, payment_row payment, taken bigint, found_by text
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment
  SET unapplied_amount = unapplied_amount - taken,
    customer_id = payer_of(id),
    found_customer_id = CASE
      WHEN found_by = 'matcher' THEN payer_of(id)
      WHEN unapplied_amount = amount THEN customer_id
      ELSE found_customer_id
    END,
    state = CASE WHEN unapplied_amount = taken THEN 'applied' ELSE 'unapplied' END
  WHERE id = payment_row.id;
  IF payment_row.unapplied_amount = taken THEN
    PERFORM end_work_items_about(ctx, 'payment', payment_row.id::text);
  ELSE
    PERFORM refresh_unapplied_work_item(ctx, payment_row.id, 'partly-applied');
  END IF;
END $$;
