-- Issues the invoice of a delivered sale for the part that is left to pay, and begins its
-- receivable. The number has no gaps within legal entity and year; by the payment reference the
-- customer's payment is matched to the invoice.
--
-- A sale with nothing left to pay gets no invoice: its receipt is its tax invoice.
--
-- Input:   issueInvoice in prisma/commands/invoice.ts; the instalments add up to what is left to
--          pay
-- Answer:  the invoice, new or issued before, with hasOpenItems: true; invoiceId: null and
--          hasOpenItems: false when nothing is left to pay
-- Locks:   the books (shared), the life of the sale, the number series
-- Refuses: SALE_NOT_FOUND; NOT_DELIVERED while the goods are still to be handed over
-- Key:     saleId, which has one invoice; a repetition answers it
CREATE OR REPLACE FUNCTION issue_invoice(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  life sale_lifecycle%ROWTYPE;
  sold sale%ROWTYPE;
  invoice_row invoice%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  life := lock_sale_life((input->>'saleId')::uuid);
  SELECT * INTO invoice_row FROM invoice WHERE sale_id = life.sale_id;
  IF FOUND THEN
    RETURN jsonb_build_object(
      'invoiceId', invoice_row.id, 'number', invoice_row.number, 'hasOpenItems', true);
  END IF;
  SELECT * INTO sold FROM sale WHERE id = life.sale_id;
  IF sold.on_account_amount = 0 THEN
    RETURN '{"invoiceId":null,"hasOpenItems":false}';
  END IF;
  IF life.delivery_state <> 'delivered' THEN
    PERFORM refuse('NOT_DELIVERED', 'Only delivered goods are invoiced.', 'saleId');
  END IF;

  invoice_row := insert_invoice(ctx, sold, (input->>'issuedOn')::date);
  PERFORM begin_receivable(ctx, invoice_row, input->'instalments');
  PERFORM post_invoice(ctx, invoice_row, input->'accounts');
  PERFORM record_event(ctx, sold.id, 'invoiced', jsonb_build_object(
    'kind', 'invoice',
    'id', invoice_row.id,
    'number', invoice_row.number,
    'amount', sold.on_account_amount,
    'currency', sold.currency));
  PERFORM set_stage(ctx, sold.id, 'collecting', '{"nextStep":"payment"}');
  RETURN jsonb_build_object(
    'invoiceId', invoice_row.id, 'number', invoice_row.number, 'hasOpenItems', true);
END $$;
