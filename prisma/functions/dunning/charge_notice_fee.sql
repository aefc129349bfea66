-- Charges the fee of a dunning notice for one of its invoices. The fee is an open item of its own;
-- an agency that has the invoice collects it too.
--
-- Input:   `notice_row` is the notice that was sent; `fee` is {invoiceId, level, amount,
--          accounts: {receivables, dunningFees}}
-- Locks:   the open placement of the invoice; the caller holds the open items
-- Key:     invoice and level (unique index open_item_invoice_id_kind_instalment_key): a second call
--          finds the fee's open item and does nothing
CREATE OR REPLACE FUNCTION charge_notice_fee(ctx jsonb, notice_row dunning_notice, fee jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  invoice_row invoice%ROWTYPE;
  fee_item_id uuid := uuid_v7();
  fee_amount bigint := (fee->>'amount')::bigint;
BEGIN
  SELECT * INTO invoice_row FROM invoice WHERE id = (fee->>'invoiceId')::uuid;
  INSERT INTO open_item (
    id, invoice_id, customer_id, kind, instalment, due_on,
    currency, amount, open_amount, counts_from, created_at)
  VALUES (
    fee_item_id, invoice_row.id, invoice_row.customer_id, 'fee', (fee->>'level')::int,
    notice_row.business_day, invoice_row.currency, fee_amount, fee_amount,
    (SELECT (context_at(ctx) AT TIME ZONE time_zone)::date FROM legal_entity
      WHERE id = invoice_row.legal_entity_id),
    context_at(ctx))
  ON CONFLICT (invoice_id, kind, instalment) DO NOTHING;
  IF NOT FOUND THEN
    RETURN;
  END IF;

  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', invoice_row.legal_entity_id,
      'businessDate', notice_row.business_day,
      'kind', 'dunning-fee',
      'documentKind', 'open-item',
      'documentId', fee_item_id,
      'description', invoice_row.number,
      'currency', invoice_row.currency),
    jsonb_build_array(
      jsonb_build_object(
        'account', fee#>>'{accounts,receivables}',
        'amount', fee_amount,
        'storeId', invoice_row.store_id,
        'customerId', invoice_row.customer_id),
      jsonb_build_object(
        'account', fee#>>'{accounts,dunningFees}',
        'amount', -fee_amount,
        'storeId', invoice_row.store_id)));
  PERFORM settle_placement(ctx, invoice_row.id, 'adjusted', -fee_amount);
END $$;
