-- Replaces what a person was offered for an unapplied payment by what another look has found.
--
-- Input:   the payment, and the finding as in offer_payments
-- Locks:   the caller holds the payment; its work item, receivables by invoice
-- Refuses: none
CREATE OR REPLACE FUNCTION offer_payment_again(
  ctx jsonb, payment_row payment, finding jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  what jsonb := unapplied_detail(payment_row.payer_name, finding) || '{"reason":"matched-again"}';
BEGIN
  PERFORM store_finding(ctx, payment_row.id, finding);
  PERFORM open_unapplied_work_item(ctx, payment_row.id, what);
  UPDATE work_item w
  SET detail = what, customer_id = p.customer_id
  FROM payment p
  WHERE p.id = payment_row.id
    AND w.kind = 'unapplied-payment'
    AND w.subject_id = p.id::text
    AND w.state = 'open';
  PERFORM touch_suggested(finding);
END $$;
