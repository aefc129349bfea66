-- Closes a receivable with nothing left to pay, and ends its promises, the work items about its
-- invoice and its holds, and the suggestions for its open items.
--
-- Input:   the invoice, and how the receivable ended
-- Locks:   the caller holds the open items and the receivable; its promises, work items, payments
--   that are suggested for it (those that are free only), the sale's life
-- Refuses: RECEIVABLE_OPEN
CREATE OR REPLACE FUNCTION end_receivable(ctx jsonb, invoice_key uuid, outcome text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE promise_to_pay
  SET state = 'withdrawn', decided_at = context_at(ctx)
  WHERE invoice_id = invoice_key AND state = 'open';
  PERFORM end_work_items_about(ctx, 'invoice', invoice_key::text);
  PERFORM end_work_items_about(ctx, 'hold', id::text)
  FROM dunning_hold
  WHERE invoice_id = invoice_key;
  PERFORM end_spent_suggestions(ctx, ARRAY(
    SELECT id FROM open_item WHERE invoice_id = invoice_key));
  PERFORM close_receivable(ctx, jsonb_build_object('invoiceId', invoice_key, 'outcome', outcome));
END $$;
