-- Brings in what is open of an invoice of another system: an invoice without a sale, one open item,
-- its receivable at the dunning level that the customer had reached, and its own workflow. It is
-- booked against the opening balances. The invoice keeps its number; its payment reference is of a
-- range of its own, so that none of ours is taken.
--
-- Input:   bringInReceivable in prisma/commands/invoice.ts; `lastNoticeOn` is the day that the next
--          letter keeps its distance from
-- Answer:  the invoice
-- Locks:   the books (shared), the number series
-- Refuses: none; a number that is there already is a fault
-- Key:     the number of the invoice; the caller looks for it before
CREATE OR REPLACE FUNCTION bring_in_receivable(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_row invoice%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  invoice_row := insert_brought_in_invoice(ctx, input);
  PERFORM begin_receivable(ctx, invoice_row, jsonb_build_array(jsonb_build_object(
    'instalment', 1, 'dueOn', input->>'dueOn', 'amount', invoice_row.total_amount,
    'countsFrom', entry_day(
      invoice_row.legal_entity_id, (input->>'businessDate')::date, context_at(ctx)))));
  UPDATE receivable
  SET dunning_level = (input->>'level')::int, last_notice_on = (input->>'lastNoticeOn')::date
  WHERE invoice_id = invoice_row.id;
  PERFORM post_opening(ctx, input || jsonb_build_object(
    'legalEntityId', invoice_row.legal_entity_id,
    'documentKind', 'invoice',
    'documentId', invoice_row.id,
    'description', invoice_row.number));
  PERFORM restart_receivable_workflow(invoice_row.id);
  RETURN jsonb_build_object('invoiceId', invoice_row.id);
END $$;
