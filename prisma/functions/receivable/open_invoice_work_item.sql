-- Opens a work item about an invoice, with the sale, store, customer, currency and number of the
-- invoice.
--
-- Input:   the invoice, and what the item has of its own: {kind, subjectKind, subjectId, amount,
--   detail?}
-- Locks:   the work item
-- Refuses: none
-- Key:     (kind, subjectId), as open_work_item
CREATE OR REPLACE FUNCTION open_invoice_work_item(
  ctx jsonb, invoice_key uuid, item jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM open_work_item(ctx, item || jsonb_build_object(
    'saleId', i.sale_id,
    'storeId', i.store_id,
    'customerId', i.customer_id,
    'currency', i.currency,
    'detail',
      jsonb_build_object('invoice', i.number, 'invoiceId', i.id) || coalesce(item->'detail', '{}')))
  FROM invoice i
  WHERE i.id = invoice_key;
END $$;
