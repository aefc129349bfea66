-- Locks and answers everything that a dunning notice to the customer of an invoice depends on: the
-- customer's open receivables in the invoice's currency and legal entity, and the notice that is
-- being prepared.
--
-- Input:   lockForNotice in prisma/commands/dunning.ts; at most `invoicesMax` invoices stand in
--          one notice, those that are longest due first
-- Answer:  `notice` is null when none is being prepared
-- Locks:   the books (shared), one notice at a time per customer and currency (advisory), the
--          notice that is being prepared, open items by id, receivables by invoice
-- Refuses: INVOICE_NOT_FOUND
-- Key:     changes nothing
CREATE OR REPLACE FUNCTION lock_for_notice(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked_invoice invoice%ROWTYPE;
  notice_row dunning_notice%ROWTYPE;
  invoice_keys uuid[];
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO asked_invoice FROM invoice WHERE id = (input->>'invoiceId')::uuid;
  IF NOT FOUND THEN
    PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId');
  END IF;

  PERFORM pg_advisory_xact_lock(hashtextextended(
    'notice:' || asked_invoice.customer_id || ':' || asked_invoice.currency, 0));
  SELECT * INTO notice_row
  FROM dunning_notice
  WHERE customer_id = asked_invoice.customer_id
    AND currency = asked_invoice.currency
    AND state = 'preparing'
  ORDER BY created_at
  LIMIT 1
  FOR UPDATE;

  invoice_keys := invoices_for_notice(asked_invoice, notice_row.id, (input->>'invoicesMax')::int);
  PERFORM 1 FROM open_item WHERE invoice_id = ANY (invoice_keys) ORDER BY id FOR UPDATE;
  PERFORM 1 FROM receivable WHERE invoice_id = ANY (invoice_keys) ORDER BY invoice_id FOR UPDATE;
  RETURN jsonb_build_object(
    'facts', facts_of_receivables(invoice_keys, context_at(ctx)),
    'notice', CASE WHEN notice_row.id IS NOT NULL THEN notice_in_preparation(notice_row) END);
END $$;
